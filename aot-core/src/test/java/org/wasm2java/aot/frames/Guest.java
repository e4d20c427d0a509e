package org.wasm2java.aot.frames;

import java.io.IOException;
import java.io.InputStream;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.Export;
import org.wasm2java.aot.module.ExternKind;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.host.BoxedBody;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.type.FunctionType;

/** A module of the tests of frames, and where its instructions are. */
record Guest(byte[] wasm, WasmModule module) {
  static Guest of(String name) {
    String path = "/" + name + ".wasm";
    try (InputStream in = Guest.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new AssertionError("the resource " + path + " is missing");
      }
      byte[] wasm = in.readAllBytes();
      return new Guest(wasm, ModuleDecoder.decode(wasm));
    } catch (IOException e) {
      throw new AssertionError(path, e);
    }
  }

  CompiledModule compile(String className, int methodLimit) {
    return new Translator(TranslationOptions.builder(className).methodLimit(methodLimit).build())
        .compile(wasm);
  }

  /** Returns the index of an exported function. */
  int function(String exportName) {
    for (Export export : module.exports()) {
      if (export.kind() == ExternKind.FUNCTION && export.name().equals(exportName)) {
        return export.index();
      }
    }
    throw new AssertionError("no export " + exportName);
  }

  /** Returns the offset of an instruction such as {@code i32.load 2}: of its text, from 1. */
  long offset(int functionIndex, String instruction) {
    int space = instruction.indexOf(' ');
    String text = space < 0 ? instruction : instruction.substring(0, space);
    int count = space < 0 ? 1 : Integer.parseInt(instruction.substring(space + 1));
    int imported =
        (int)
            module.imports().stream().filter(i -> i.type().toString().contains("Function")).count();
    Body body = module.functions().get(functionIndex - imported).body();
    for (int i = 0; i < body.size(); i++) {
      if (body.at(i).opcode().text().equals(text) && --count == 0) {
        return body.offset(i);
      }
    }
    throw new AssertionError("no " + instruction + " in func[" + functionIndex + "]");
  }

  static Store store(BoxedBody host) {
    FunctionType type = FunctionType.of("i32", "i32");
    return new Store().define("env", "host", HostFunction.boxed(type, host));
  }

  static Trap trap(Instance instance, String exportName, Object... arguments) {
    try {
      ((WasmFunction) instance.export(exportName)).call(arguments);
    } catch (Trap trap) {
      return trap;
    }
    throw new AssertionError(exportName + " does not trap");
  }
}
