package dev.longhaul.processor;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** A Java compiler. */
enum Tool {
  JAVAC,
  ECJ;

  JavaCompiler compiler() {
    return this == ECJ ? new EclipseCompiler() : ToolProvider.getSystemJavaCompiler();
  }
}
