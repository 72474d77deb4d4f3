package dev.longhaul.samples;

/** A line that a run prints, without what differs from run to run. */
public final class Shape {
  private Shape() {}

  public static String of(String line) {
    return line.replaceAll("https?://\\S+?(?=,|$)", "URL")
        .replaceAll("/\\S+?(?=[,;\\s]|$)", "PATH")
        .replaceAll("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}", "UUID")
        .replaceAll("without [\\w., ]+", "without NAMES")
        .replaceAll("\\b[\\w-]+\\.zip\\b", "ZIP")
        .replaceAll("\\b(?=\\p{XDigit}*\\d)\\p{XDigit}{8,}\\b", "HEX")
        .replaceAll("\\d+(\\.\\d+)*", "N")
        .replaceAll("\\b[kMG]?B\\b", "BYTES")
        .replaceAll("\\b(file|heartbeat)s\\b", "$1")
        .replaceAll(" +", " ")
        .strip();
  }
}
