package org.wasm2java.runtime.frame;

import org.wasm2java.runtime.internal.ShownText;

/**
 * A function of a WebAssembly module that was running when something was thrown, and where in it.
 *
 * <pre>{@code
 * WasmFrame frame = trap.frames().get(0);
 * System.out.println(frame.name() + " at 0x" + Long.toHexString(frame.offset()));
 * System.out.println(frame); // fac (module math, offset 0x1a4)
 * }</pre>
 *
 * @param module the name that the module gives itself, else the simple name of its class
 * @param functionIndex the function's index in the module, imported functions first
 * @param name the function's name in the module's name section, empty if it has none
 * @param exportName the first name that the function is exported by, empty if it is not exported
 * @param offset the byte offset in the module of the instruction that was running, or -1 if it is
 *     not known
 */
public record WasmFrame(
    String module, int functionIndex, String name, String exportName, long offset) {
  /**
   * Returns the frame as messages show it, such as {@code fac (module math, offset 0x1a4)}: the
   * name of the export, else of the name section, else the index. What an exported function is
   * called in the name section follows if it is another name, or its index if it has none there:
   * {@code fac ($factorial, module math, offset 0x1a4)}.
   */
  @Override
  public String toString() {
    String known = exportName.isEmpty() ? name : exportName;
    String first = known.isEmpty() ? "func[" + functionIndex + "]" : ShownText.of(known);
    String second = "";
    if (!exportName.isEmpty() && !exportName.equals(name)) {
      second = (name.isEmpty() ? "func[" + functionIndex + "]" : "$" + ShownText.of(name)) + ", ";
    }
    String place = offset < 0 ? "" : ", offset 0x" + Long.toHexString(offset);
    return first + " (" + second + "module " + ShownText.of(module) + place + ")";
  }
}
