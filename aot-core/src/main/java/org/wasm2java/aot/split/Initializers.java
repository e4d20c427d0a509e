package org.wasm2java.aot.split;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.lower.ConstantLowering;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.DataSegment;
import org.wasm2java.aot.module.ElementSegment;
import org.wasm2java.aot.module.GlobalDefinition;
import org.wasm2java.aot.module.TableDefinition;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.validate.ValidModule;

/** The constant expressions of a module, lowered: initial values, elements and offsets. */
public final class Initializers {
  private final ValidModule module;
  private final Map<Body, List<Expr>> values = new IdentityHashMap<>();

  private Initializers(ValidModule module) {
    this.module = module;
  }

  /** Lowers all constant expressions of a module. */
  public static Initializers of(ValidModule valid) {
    Initializers initializers = new Initializers(valid);
    WasmModule module = valid.decoded();
    for (GlobalDefinition global : module.globals()) {
      initializers.add(global.initializer());
    }
    for (TableDefinition table : module.tables()) {
      table.initializer().ifPresent(initializers::add);
    }
    for (ElementSegment segment : module.elements()) {
      segment.offset().ifPresent(initializers::add);
      segment.initializers().forEach(initializers::add);
    }
    for (DataSegment segment : module.data()) {
      segment.offset().ifPresent(initializers::add);
    }
    return initializers;
  }

  private void add(Body body) {
    values.put(body, ConstantLowering.lower(module, body));
  }

  /** Returns the value of one of the module's constant expressions, which is no vector. */
  public Expr value(Body body) {
    return carried(body).get(0);
  }

  /** Returns each carrier of the value of one of the module's constant expressions. */
  public List<Expr> carried(Body body) {
    List<Expr> carried = values.get(body);
    if (carried == null) {
      throw new IllegalArgumentException("no constant expression of this module");
    }
    return carried;
  }
}
