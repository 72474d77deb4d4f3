package dev.longhaul.samples.quickstart.report;

import dev.longhaul.samples.common.Text;
import dev.longhaul.samples.quickstart.archive.Archive.TypeSize;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of one type.
 *
 * @param beforeWidth in percent of the widest bar; so is {@code afterWidth}
 * @param share what is left, in percent
 */
record TypeBar(
    String type,
    String files,
    String before,
    String after,
    String share,
    String beforeWidth,
    String afterWidth) {

  private static final int SHOWN = 6;

  /** The largest ones, and all others as one. */
  static List<TypeBar> of(List<TypeSize> types) {
    List<TypeSize> shown = new ArrayList<>(types.subList(0, Math.min(SHOWN, types.size())));
    types.stream().skip(SHOWN).reduce(TypeBar::together).ifPresent(shown::add);
    long widest = shown.stream().mapToLong(TypeSize::bytesBefore).max().orElse(1);
    return shown.stream().map(type -> of(type, Math.max(1, widest))).toList();
  }

  private static TypeSize together(TypeSize one, TypeSize other) {
    return new TypeSize(
        "all others",
        one.files() + other.files(),
        one.bytesBefore() + other.bytesBefore(),
        one.bytesAfter() + other.bytesAfter());
  }

  private static TypeBar of(TypeSize type, long widest) {
    return new TypeBar(
        type.extension().isEmpty() ? "no type" : type.extension(),
        Text.count(type.files(), "file"),
        Text.bytes(type.bytesBefore()),
        Text.bytes(type.bytesAfter()),
        Text.percent(type.bytesAfter(), type.bytesBefore()),
        Percent.of(type.bytesBefore(), widest),
        Percent.of(type.bytesAfter(), widest));
  }
}
