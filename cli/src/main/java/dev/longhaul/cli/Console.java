package dev.longhaul.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;

/** What the command has around it. */
record Console(Map<String, String> environment, InputStream in, PrintWriter out, PrintWriter err) {

  /** Nothing of it: the environment holds secrets. */
  @Override
  public String toString() {
    return "Console";
  }
}
