package dev.longhaul.samples.common;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code host:port}; an IPv6 address stands in brackets. */
final class Target implements ITypeConverter<String> {
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("([^:/\\s]+|\\[[0-9a-fA-F:.]+]):(\\d{1,5})");
  private static final int LAST_PORT = 65535;

  @Override
  public String convert(String value) {
    var parts = HOST_AND_PORT.matcher(value);
    if (!parts.matches() || !isPort(Integer.parseInt(parts.group(2)))) {
      throw new TypeConversionException(
          "\"" + value + "\" is no host and port; write it like localhost:7233");
    }
    return value;
  }

  private static boolean isPort(int number) {
    return number > 0 && number <= LAST_PORT;
  }
}
