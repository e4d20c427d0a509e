package org.wasm2java.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.ErrnoException;
import org.wasm2java.wasi.memory.GuestMemory;

/** Memories whose array may be longer than they are. */
class MemoryReserveTest {
  private static final int PAGE = Memory.PAGE_SIZE;
  private static final int RESERVE = 4;
  private static final int LIMIT = 10;

  private final Memory memory = Memory.create(1, 100, LIMIT, RESERVE, null);

  private static int pages(byte[] bytes) {
    return bytes.length / PAGE;
  }

  @Test
  void growthInsideTheReserveKeepsTheArray() {
    assertThat(pages(memory.bytes())).isEqualTo(1);
    assertThat(memory.grow(1)).isEqualTo(1);
    byte[] bytes = memory.bytes();
    assertThat(pages(bytes)).isEqualTo(2 + RESERVE);
    for (int size = 2; size < 2 + RESERVE; size++) {
      assertThat(memory.size()).isEqualTo(size);
      assertThat(memory.grow(1)).isEqualTo(size);
      assertThat(memory.bytes()).isSameAs(bytes);
    }
    assertThat(memory.grow(1)).isEqualTo(2 + RESERVE);
    assertThat(pages(memory.bytes())).isEqualTo(LIMIT);
  }

  @Test
  void noArrayIsLongerThanTheLimit() {
    assertThat(memory.grow(LIMIT - 1)).isEqualTo(1);
    assertThat(pages(memory.bytes())).isEqualTo(LIMIT);
    assertThat(memory.grow(1)).isEqualTo(-1);
    Memory declared = Memory.create(0, 3, Memory.MAX_PAGES, Memory.MAX_PAGES, null);
    assertThat(declared.grow(1)).isZero();
    assertThat(pages(declared.bytes())).isEqualTo(3);
    assertThat(declared.grow(3)).isEqualTo(-1);
    assertThat(declared.size()).isEqualTo(1);
  }

  @Test
  void memoriesOfHostsHaveNone() {
    Memory host = Memory.create(1, 3);
    host.grow(1);
    assertThat(pages(host.bytes())).isEqualTo(2);
  }

  /** A guest's stores may reach the whole array. */
  private void writeTheWholeReserve() {
    byte[] bytes = memory.bytes();
    for (int i = memory.size() * PAGE; i < bytes.length; i++) {
      bytes[i] = 'x';
    }
  }

  @Test
  void newPagesAreZero() {
    memory.grow(1);
    writeTheWholeReserve();
    memory.grow(2);
    assertThat(memory.read(2 * PAGE, 2 * PAGE)).containsOnly(0);
    memory.fill(2 * PAGE, 1, 2 * PAGE);
    writeTheWholeReserve();
    memory.grow(5); // moves
    assertThat(memory.read(2 * PAGE, 2 * PAGE)).containsOnly(1);
    assertThat(memory.read(4 * PAGE, 5 * PAGE)).containsOnly(0);
  }

  private static void assertTraps(Runnable access) {
    assertThatThrownBy(access::run)
        .isInstanceOfSatisfying(
            Trap.class,
            trap -> assertThat(trap.kind()).isEqualTo(TrapKind.OUT_OF_BOUNDS_MEMORY_ACCESS));
  }

  @Test
  void whatJavaReadsAndWritesEndsAtTheSize() {
    memory.grow(1);
    int end = 2 * PAGE;
    assertTraps(() -> memory.read(end - 1, 2));
    assertTraps(() -> memory.write(end - 1, new byte[2]));
    assertTraps(() -> memory.readI8(end));
    assertTraps(() -> memory.writeI64(end - 7, 1));
    assertTraps(() -> memory.readString(end - 1, 2));
    assertTraps(() -> memory.view(end - 1, 2));
    assertTraps(() -> memory.fill(end - 1, 1, 2));
    assertTraps(() -> memory.copy(memory, 0, end - 1, 2));
    assertTraps(() -> memory.init(new byte[2], end - 1, 0, 2));
    memory.writeI8(end - 1, (byte) 'a');
    assertTraps(() -> memory.readCString(end - 1)); // the zero behind it is not the memory's
    assertThat(memory.bytes()[end]).isZero();
    assertThat(memory).hasToString("memory 2..100");
  }

  @Test
  void whatWasiReadsAndWritesEndsAtTheSize() throws IOException {
    memory.grow(1);
    int end = 2 * PAGE;
    GuestMemory guest = new GuestMemory(memory);
    guest.check(0, end);
    guest.checkArray(0, end / 8, 8);
    assertFaults(() -> guest.check(0, end + 1));
    assertFaults(() -> guest.checkArray(0, end / 8 + 1, 8));
    assertFaults(() -> guest.checkArray(8, end / 8, 8));
    assertFaults(() -> guest.writeI32(end - 3, 1));
    assertFaults(() -> guest.readText(end - 1, 2));
    assertFaults(() -> guest.send(new ByteArrayOutputStream(), end - 1, 2));
    assertFaults(() -> guest.receive(new ByteArrayInputStream(new byte[2]), end - 1, 2));
    guest.writeI8(end - 1, 1);
  }

  private interface Access {
    void run() throws IOException;
  }

  private static void assertFaults(Access access) {
    assertThatThrownBy(access::run)
        .isInstanceOfSatisfying(
            ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.FAULT));
  }

  @Test
  void viewsStayOnTheirRange() {
    MemoryView view = memory.view(PAGE - 4, 4);
    view.setI32(0, 11);
    memory.grow(1);
    memory.grow(1);
    assertThat(view.getI32(0)).isEqualTo(11);
    MemoryView last = memory.view(3 * PAGE - 4, 4);
    byte[] smaller = new byte[PAGE];
    memory.restore(smaller);
    assertThat(view.getI32(0)).isZero();
    assertThatThrownBy(() -> last.getI32(0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void whatIsSavedIsTheMemory() {
    memory.grow(1);
    memory.writeI32(2 * PAGE - 4, 5);
    writeTheWholeReserve();
    byte[] saved = memory.save();
    assertThat(saved).hasSize(2 * PAGE);
    memory.writeI32(2 * PAGE - 4, 6);
    byte[] bytes = memory.bytes();
    memory.restore(saved);
    assertThat(memory.bytes()).isSameAs(bytes);
    assertThat(memory.readI32(2 * PAGE - 4)).isEqualTo(5);
    memory.grow(3);
    assertThat(memory.read(2 * PAGE, 3 * PAGE)).containsOnly(0);
    memory.restore(saved);
    assertThat(memory.size()).isEqualTo(2);
    assertThat(memory.save()).isEqualTo(saved);
    assertThat(memory.grow(1)).isEqualTo(2);
    assertThat(memory.readI32(2 * PAGE - 4)).isEqualTo(5);
    assertThat(memory.readI32(2 * PAGE)).isZero();
  }

  /** Generated code knows an array that was replaced by its length. */
  @Test
  void anArrayThatIsReplacedHadAnotherLength() {
    memory.grow(1);
    byte[] bytes = memory.bytes();
    memory.restore(new byte[bytes.length]);
    assertThat(memory.size()).isEqualTo(2 + RESERVE);
    assertThat(memory.bytes()).isSameAs(bytes);
    memory.restore(new byte[PAGE]);
    assertThat(pages(memory.bytes())).isEqualTo(1);
  }

  /** Notes what it is asked for and given back, in pages; has arrays up to a length. */
  private static final class Limited implements MemoryAllocator {
    private final List<String> events = new ArrayList<>();
    private final int most;

    Limited(int most) {
      this.most = most;
    }

    @Override
    public byte[] allocate(int length, long maximum) {
      events.add("allocate " + length / PAGE + " of " + maximum / PAGE);
      if (length > most * PAGE) {
        throw new OutOfMemoryError("full");
      }
      return new byte[length];
    }

    @Override
    public void release(byte[] bytes) {
      events.add("release " + pages(bytes));
    }
  }

  @Test
  void anAllocatorIsAskedForTheReserve() {
    Limited allocator = new Limited(LIMIT);
    Memory allocated = Memory.create(1, -1, LIMIT, RESERVE, allocator);
    allocated.writeI32(PAGE - 4, 5);
    allocated.grow(1);
    allocated.grow(3);
    assertThat(allocated.readI32(PAGE - 4)).isEqualTo(5);
    allocated.releaseBytes();
    assertThat(allocator.events)
        .containsExactly("allocate 1 of 10", "allocate 6 of 10", "release 1", "release 6");
    assertThat(allocated.size()).isZero();
  }

  @Test
  void wantOfRoomForTheReserveDoesNotStopGrowth() {
    Limited allocator = new Limited(3);
    Memory allocated = Memory.create(1, -1, LIMIT, RESERVE, allocator);
    assertThat(allocated.grow(1)).isEqualTo(1);
    assertThat(pages(allocated.bytes())).isEqualTo(2);
    assertThat(allocated.grow(2)).isEqualTo(-1);
    assertThat(allocated.size()).isEqualTo(2);
    assertThat(allocator.events)
        .containsExactly(
            "allocate 1 of 10",
            "allocate 6 of 10",
            "allocate 2 of 10",
            "release 1",
            "allocate 8 of 10",
            "allocate 4 of 10");
  }

  @Test
  void aConfigurationSetsIt() {
    InstanceConfig config = InstanceConfig.builder().growthReserve(7).memoryLimit(9).build();
    assertThat(InstanceConfig.DEFAULT.growthReserve()).isZero();
    assertThat(config.forCopy().growthReserve()).isEqualTo(7);
    Memory made = new Resources("module", config).memory(1, -1);
    made.grow(1);
    assertThat(pages(made.bytes())).isEqualTo(9);
    assertThat(InstanceConfig.builder().growthReserve(1 << 30).build().growthReserve())
        .isEqualTo(Memory.MAX_PAGES);
    assertThatThrownBy(() -> InstanceConfig.builder().growthReserve(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the growth reserve cannot be negative: -1");
  }
}
