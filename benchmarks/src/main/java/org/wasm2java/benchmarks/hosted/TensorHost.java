package org.wasm2java.benchmarks.hosted;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.wasm2java.runtime.ModuleDescriptor;

/** The kernels of {@code @tensorflow/tfjs-backend-wasm}: XNNPACK, of which some are called. */
final class TensorHost implements HostedProgram.Host {
  private static final int SIDE = 64;
  private static final int IN = 32;
  private static final int OUT = 64;
  private static final int MATRIX = 192;
  private static final int RELU = 1;

  private final HostedInstance guest;
  private int tensors;

  TensorHost(ModuleDescriptor module) {
    HostedInstance[] made = new HostedInstance[1];
    guest =
        new HostedInstance(
            module,
            "memory",
            Map.of(
                "emscripten_get_heap_max",
                arguments -> 0x7FFF0000,
                "emscripten_resize_heap",
                arguments -> made[0].resize(arguments),
                "emscripten_memcpy_big",
                arguments -> {
                  made[0].copy(arguments);
                  return 0;
                }));
    made[0] = guest;
    guest.call("__wasm_call_ctors");
    guest.call("init");
    tensor(SIDE * SIDE * IN);
    tensor(3 * 3 * IN * OUT);
    tensor(OUT);
    tensor(SIDE * SIDE * OUT);
    tensor(3 * 3 * OUT);
    tensor(SIDE * SIDE * OUT);
    tensor(MATRIX * MATRIX);
    tensor(MATRIX * MATRIX);
    tensor(MATRIX * MATRIX);
  }

  /** Makes a tensor of numbers between -1 and 1; its number is one more than the last one's. */
  private void tensor(int size) {
    ByteBuffer bytes = ByteBuffer.allocate(size * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < size; i++) {
      bytes.putFloat(((i * 0x9E3779B1 >>> 24) - 128) / 128f);
    }
    int address = guest.copy("malloc", bytes.array());
    guest.call("register_tensor", ++tensors, size, address);
    addresses[tensors] = address;
    sizes[tensors] = size;
  }

  private final int[] addresses = new int[10];
  private final int[] sizes = new int[10];

  @Override
  public byte[] run() {
    ByteArrayOutputStream results = new ByteArrayOutputStream();
    convolve();
    convolveByDepth();
    ByteBuffer shape = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    int shapes = guest.copy("malloc", shape.putInt(1).putInt(MATRIX).putInt(MATRIX).array());
    guest.call("BatchMatMul", 7, shapes, 3, 8, shapes, 3, 0, 0, 9);
    guest.call("free", shapes);
    for (int result : new int[] {4, 6, 9}) {
      results.writeBytes(guest.memory().read(addresses[result], sizes[result] * Float.BYTES));
    }
    return results.toByteArray();
  }

  /** Tensors 1, 2 and 3 are the input, the filters and the biases; 4 is the result. */
  private void convolve() {
    guest.call(
        "FusedConv2D",
        1,
        1,
        SIDE,
        SIDE,
        2,
        3,
        3,
        3,
        1,
        1,
        1,
        1,
        1,
        1,
        1,
        1,
        1,
        IN,
        OUT,
        RELU,
        0,
        0,
        4);
  }

  /** Tensors 4, 5 and 3 are the input, the filters and the biases; 6 is the result. */
  private void convolveByDepth() {
    guest.call(
        "FusedDepthwiseConv2D",
        4,
        1,
        SIDE,
        SIDE,
        5,
        3,
        3,
        3,
        1,
        1,
        1,
        1,
        1,
        1,
        1,
        1,
        1,
        OUT,
        OUT,
        RELU,
        0,
        0,
        6);
  }
}
