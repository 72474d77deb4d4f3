package dev.longhaul.samples.common;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many of something there are, within reason. */
public final class SmallNumber implements ITypeConverter<Integer> {

  @Override
  public Integer convert(String value) {
    if (!value.matches("[1-9]\\d?")) {
      throw new TypeConversionException("\"" + value + "\" is no number from 1 to 99");
    }
    return Integer.valueOf(value);
  }
}
