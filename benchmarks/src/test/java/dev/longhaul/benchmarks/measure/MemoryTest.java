package dev.longhaul.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private static final int BYTES = 20_000_000;

  private final List<byte[]> held = new ArrayList<>();

  @Test
  void usedHeap_countsWhatIsHeld_andNothingThatIsGarbage() {
    long before = Memory.usedHeap();
    held.add(new byte[BYTES]);
    long with = Memory.usedHeap();
    held.clear();
    long after = Memory.usedHeap();
    assertThat(with - before).isBetween(BYTES * 9L / 10, BYTES * 11L / 10);
    assertThat(with - after).isBetween(BYTES * 9L / 10, BYTES * 11L / 10);
  }

  @Test
  void residentMemory_holdsTheHeapThatIsInUse() {
    long heap = Memory.usedHeap();
    Memory.resident().ifPresent(resident -> assertThat(resident).isGreaterThan(heap));
  }
}
