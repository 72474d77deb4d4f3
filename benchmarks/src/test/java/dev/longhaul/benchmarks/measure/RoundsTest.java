package dev.longhaul.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

  @Test
  void eachRound_anotherSubjectIsFirst() throws InterruptedException {
    List<String> turns = new ArrayList<>();
    new Rounds(3).run(List.of("a", "b", "c"), (round, subject) -> turns.add(round + subject));
    assertThat(turns).containsExactly("1a", "1b", "1c", "2b", "2c", "2a", "3c", "3a", "3b");
  }
}
