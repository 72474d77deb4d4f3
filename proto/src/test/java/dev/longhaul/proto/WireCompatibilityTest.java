package dev.longhaul.proto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Empty;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Our messages and the official ones are the same on the wire, in both directions. */
class WireCompatibilityTest {
  /** What a server may send before the official client of the tested version knows it. */
  private static final List<String> NEWER_THAN_OFFICIAL = List.of();

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void ours_readByOfficial_hasTheSameFields(String name, Descriptor type) throws Exception {
    Message prototype = Family.OURS.message(type).orElseThrow();
    for (int variant = 0; variant < Filler.variants(type); variant++) {
      Message ours = Filler.fill(prototype, variant);

      Message official = parse(official(type), ours);

      SameOnTheWire.assertSame(ours, official);
      assertThat(parse(prototype, official)).isEqualTo(ours);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void official_readByOurs_keepsEveryField(String name, Descriptor type) throws Exception {
    Message prototype = official(type);
    Descriptor officialType = prototype.getDescriptorForType();
    for (int variant = 0; variant < Filler.variants(officialType); variant++) {
      Message official = Filler.fill(prototype, variant);

      Message ours = parse(Family.OURS.message(type).orElseThrow(), official);

      SameOnTheWire.assertSame(official, ours);
      assertThat(parse(prototype, ours)).isEqualTo(official);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("enums")
  void enumValues_haveTheOfficialNamesAndNumbers(String name, EnumDescriptor ours) {
    Family.OFFICIAL
        .enumType(ours)
        .ifPresent(
            official -> {
              assertThat(official.getFullName()).isEqualTo(ours.getFullName());
              ours.getValues().forEach(value -> assertSameName(value, official));
            });
  }

  @Test
  void newerThanOfficial_isExactlyTheExpectedList() {
    Set<String> found = NewerThanOfficial.find();

    System.out.println("Not in the official classes, kept as unknown fields: " + found);
    assertThat(found).containsExactlyElementsOf(NEWER_THAN_OFFICIAL);
  }

  @Test
  void everyProtoFile_isTested() throws IOException {
    Path root = Path.of("src", "main", "protobuf");
    try (Stream<Path> files = Files.walk(root)) {
      List<String> protos =
          files
              .filter(file -> file.toString().endsWith(".proto"))
              .map(file -> root.relativize(file).toString().replace('\\', '/'))
              .toList();
      assertThat(Subset.files().keySet()).containsExactlyInAnyOrderElementsOf(protos);
    }
  }

  static Stream<Arguments> messages() {
    return Subset.messages().stream().map(type -> Arguments.of(type.getFullName(), type));
  }

  static Stream<Arguments> enums() {
    return Subset.enums().stream().map(type -> Arguments.of(type.getFullName(), type));
  }

  /** To a reader that lacks the message every field is unknown, as it is to {@code Empty}. */
  private static Message official(Descriptor type) {
    return Family.OFFICIAL.message(type).orElse(Empty.getDefaultInstance());
  }

  private static Message parse(Message prototype, Message written)
      throws InvalidProtocolBufferException {
    return prototype.getParserForType().parseFrom(written.toByteString());
  }

  private static void assertSameName(EnumValueDescriptor ours, EnumDescriptor official) {
    EnumValueDescriptor twin = official.findValueByNumber(ours.getNumber());
    if (twin != null) {
      assertThat(twin.getName()).as("number %s", ours.getNumber()).isEqualTo(ours.getName());
    }
  }
}
