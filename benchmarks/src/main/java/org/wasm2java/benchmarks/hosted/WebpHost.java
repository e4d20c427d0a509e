package org.wasm2java.benchmarks.hosted;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.wasm2java.runtime.ModuleDescriptor;
import org.wasm2java.runtime.Table;
import org.wasm2java.runtime.WasmFunction;

/**
 * The encoder of {@code @jsquash/webp}. It registers its functions by embind, whose imports have
 * short names; of these as much is here as finds the function and the fields of its options, and
 * makes a copy of the bytes that it returns.
 */
final class WebpHost implements HostedProgram.Host {
  private static final int WIDTH = 768;
  private static final int HEIGHT = 512;
  private static final int COPY = 100;

  /** The options that are not 0, as the package has them. */
  private static final Map<String, Integer> OPTIONS =
      Map.of(
          "quality", 75,
          "method", 4,
          "sns_strength", 50,
          "filter_strength", 60,
          "filter_type", 1,
          "segments", 4,
          "pass", 1,
          "alpha_compression", 1,
          "alpha_filtering", 1,
          "alpha_quality", 100);

  private static final Map<String, Integer> MORE_OPTIONS = Map.of("near_lossless", 100);

  /** A field of the options: a setter in the table, and what it is given first. */
  private record Field(String name, int setter, int context) {}

  private final HostedInstance guest;
  private final List<Field> fields = new ArrayList<>();
  private final byte[] picture = picture();
  private int optionsConstructor;
  private int optionsDestructor;
  private int invoker;
  private int encoder;
  private byte[] returned = {};

  WebpHost(ModuleDescriptor module) {
    Map<String, Function<Object[], Object>> imports = new HashMap<>();
    List.of("b", "c", "d", "e", "h", "i", "j", "l", "m", "o", "q", "s", "t", "u")
        .forEach(name -> imports.put(name, arguments -> 0));
    imports.put("a", this::field);
    imports.put("f", this::function);
    imports.put("n", this::options);
    imports.put("w", arguments -> COPY);
    imports.put("v", this::copyOfView);
    imports.put("r", this::copy);
    imports.put("p", this::resize);
    guest = new HostedInstance(module, "x", imports);
    guest.call("y");
  }

  private Object field(Object[] arguments) {
    String name = guest.memory().readCString((int) arguments[1]);
    fields.add(new Field(name, (int) arguments[8], (int) arguments[9]));
    return 0;
  }

  private Object function(Object[] arguments) {
    if (guest.memory().readCString((int) arguments[0]).equals("encode")) {
      invoker = (int) arguments[4];
      encoder = (int) arguments[5];
    }
    return 0;
  }

  private Object options(Object[] arguments) {
    optionsConstructor = (int) arguments[3];
    optionsDestructor = (int) arguments[5];
    return 0;
  }

  private Object copy(Object[] arguments) {
    guest.copy(arguments);
    return 0;
  }

  private Object resize(Object[] arguments) {
    return guest.resize(arguments);
  }

  /** A new {@code Uint8Array} of a view, whose size and address are in memory. */
  private Object copyOfView(Object[] arguments) {
    int view = (int) arguments[3];
    int size = guest.memory().readI32(view);
    returned = guest.memory().read(guest.memory().readI32(view + Integer.BYTES), size);
    return COPY;
  }

  private int call(int element, Object... arguments) {
    Table table = (Table) guest.instance().export("D");
    return HostedInstance.call((WasmFunction) table.get(element), arguments);
  }

  @Override
  public byte[] run() {
    ByteBuffer string = ByteBuffer.allocate(picture.length + 5).order(ByteOrder.LITTLE_ENDIAN);
    int pixels = guest.copy("z", string.putInt(picture.length).put(picture).array());
    int options = call(optionsConstructor);
    for (Field field : fields) {
      int value = OPTIONS.getOrDefault(field.name(), MORE_OPTIONS.getOrDefault(field.name(), 0));
      call(field.setter(), field.context(), options, value);
    }
    call(invoker, encoder, pixels, WIDTH, HEIGHT, options);
    call(optionsDestructor, options);
    guest.call("A", pixels);
    return returned;
  }

  private static byte[] picture() {
    byte[] picture = new byte[WIDTH * HEIGHT * 4];
    int at = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        picture[at++] = (byte) (x * x / 64 + y * 3);
        picture[at++] = (byte) (x * 5 ^ y * 3);
        picture[at++] = (byte) (x * y >> 5);
        picture[at++] = -1;
      }
    }
    return picture;
  }
}
