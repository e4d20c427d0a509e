package org.wasm2java.aot.split;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.wasm2java.aot.module.DataSegment;

/** Puts all data segments one behind the other into one resource. */
public final class DataPacker {
  private final int[] starts;
  private final byte[] bytes;

  /** Packs segments. */
  public DataPacker(List<DataSegment> segments) {
    starts = new int[segments.size()];
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (int i = 0; i < starts.length; i++) {
      starts[i] = packed.size();
      packed.writeBytes(segments.get(i).bytes());
    }
    bytes = packed.toByteArray();
  }

  /** Returns where a segment starts in the resource. */
  public int start(int dataIndex) {
    return starts[dataIndex];
  }

  /** Returns the contents of the resource, which nobody may change. */
  public byte[] bytes() {
    return bytes;
  }
}
