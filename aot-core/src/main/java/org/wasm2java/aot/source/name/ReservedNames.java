package org.wasm2java.aot.source.name;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.split.HostModules;
import org.wasm2java.runtime.BoxedValues;
import org.wasm2java.runtime.Extern;
import org.wasm2java.runtime.FunctionInfo;
import org.wasm2java.runtime.FunctionListener;
import org.wasm2java.runtime.Global;
import org.wasm2java.runtime.HostModule;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.InstanceConfig;
import org.wasm2java.runtime.Linker;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.ModuleDescriptor;
import org.wasm2java.runtime.Namespace;
import org.wasm2java.runtime.SnapshotReader;
import org.wasm2java.runtime.SnapshotWriter;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Table;
import org.wasm2java.runtime.Tag;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.TrapKind;
import org.wasm2java.runtime.WasmException;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.frame.ModuleFrames;
import org.wasm2java.runtime.gc.ElementList;
import org.wasm2java.runtime.gc.EqRef;
import org.wasm2java.runtime.gc.I31;
import org.wasm2java.runtime.gc.WasmArray;
import org.wasm2java.runtime.gc.WasmStruct;
import org.wasm2java.runtime.generated.Boundary;
import org.wasm2java.runtime.generated.Checkpoint;
import org.wasm2java.runtime.generated.DataSegments;
import org.wasm2java.runtime.generated.ElementSegments;
import org.wasm2java.runtime.generated.GeneratedFunction;
import org.wasm2java.runtime.generated.GeneratedInstance;
import org.wasm2java.runtime.generated.ListenedCall;
import org.wasm2java.runtime.generated.RuntimeAbi;
import org.wasm2java.runtime.generated.TailCall;
import org.wasm2java.runtime.generated.TailCallee;
import org.wasm2java.runtime.generated.VectorValues;
import org.wasm2java.runtime.ops.Access;
import org.wasm2java.runtime.ops.Discard;
import org.wasm2java.runtime.ops.GcOps;
import org.wasm2java.runtime.ops.Lookup;
import org.wasm2java.runtime.ops.RawCall;
import org.wasm2java.runtime.ops.ReferenceOps;
import org.wasm2java.runtime.ops.Rounds;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.V128;
import org.wasm2java.runtime.type.ValueType;
import org.wasm2java.wasi.WasiCommand;

/**
 * Simple names that generated code uses itself, so that nothing named by users may hide them: of
 * the classes that writers name, that the rows of instructions name, and that are nested in
 * generated classes.
 */
public final class ReservedNames {
  /** The classes that a writer of this package names. A test finds those that are missing here. */
  private static final List<Class<?>> WRITTEN =
      List.of(
          Access.class,
          Arrays.class,
          Boundary.class,
          BoxedValues.class,
          Checkpoint.class,
          ClassCastException.class,
          Collections.class,
          DataSegments.class,
          Discard.class,
          Double.class,
          ElementList.class,
          ElementSegments.class,
          EqRef.class,
          Exception.class,
          Extern.class,
          Float.class,
          FunctionInfo.class,
          FunctionListener.class,
          FunctionType.class,
          GcOps.class,
          GeneratedFunction.class,
          GeneratedInstance.class,
          Global.class,
          HostModule.class,
          I31.class,
          IllegalArgumentException.class,
          IllegalStateException.class,
          Instance.class,
          InstanceConfig.class,
          LinkedHashSet.class,
          Linker.class,
          List.class,
          ListenedCall.class,
          Long.class,
          Lookup.class,
          Memory.class,
          MethodHandle.class,
          MethodHandles.class,
          ModuleDescriptor.class,
          ModuleFrames.class,
          Namespace.class,
          Object.class,
          Override.class,
          RawCall.class,
          ReferenceOps.class,
          Rounds.class,
          RuntimeAbi.class,
          RuntimeException.class,
          Set.class,
          SnapshotReader.class,
          SnapshotWriter.class,
          StackOverflowError.class,
          Store.class,
          String.class,
          Table.class,
          Tag.class,
          TailCall.class,
          TailCallee.class,
          Thread.class,
          Throwable.class,
          Trap.class,
          TrapKind.class,
          V128.class,
          ValueType.class,
          VectorValues.class,
          WasiCommand.Program.class,
          WasiCommand.class,
          WasmArray.class,
          WasmException.class,
          WasmFunction.class,
          WasmStruct.class);

  private static final SortedSet<String> NAMED = named();

  /** Classes that are nested in generated ones and numbered, or named after types. */
  private static final Pattern NESTED =
      Pattern.compile(GeneratedNames.FRAME + "\\d+|" + GeneratedNames.RESULTS + letters() + "+");

  private static final Pattern NESTED_IN_ANY_CASE =
      Pattern.compile(NESTED.pattern(), Pattern.CASE_INSENSITIVE);

  private ReservedNames() {}

  private static SortedSet<String> named() {
    List<Class<?>> classes = new ArrayList<>(WRITTEN);
    for (Class<?> table : Opcode.class.getPermittedSubclasses()) {
      for (Object row : table.getEnumConstants()) {
        if (((Opcode) row).javaForm() instanceof JavaForm.Call call) {
          classes.add(call.owner());
        }
      }
    }
    classes.addAll(HostModules.hostClasses());
    SortedSet<String> names = new TreeSet<>();
    classes.forEach(type -> names.add(type.getSimpleName()));
    Carrier.known().forEach(carrier -> names.add(carrier.javaType().displayName()));
    return names;
  }

  private static String letters() {
    StringBuilder letters = new StringBuilder();
    for (Carrier carrier : Carrier.known()) {
      letters.append(carrier.letter());
    }
    return "([" + letters + "]|" + Carrier.DEFINED + "\\d+)";
  }

  /** Returns whether a class of this simple name would hide one that generated code uses. */
  public static boolean hides(String simpleName) {
    boolean nested =
        Arrays.stream(NestedClass.values()).anyMatch(of -> of.simpleName().equals(simpleName));
    return nested || NAMED.contains(simpleName) || NESTED.matcher(simpleName).matches();
  }

  /**
   * Returns whether a class of this simple name that is nested in the module's would hide one that
   * generated code uses or, where file names have no case, take the file of another.
   */
  static boolean hidesNested(String simpleName) {
    for (NestedClass nested : NestedClass.values()) {
      if (nested.isInMain() && nested.simpleName().equalsIgnoreCase(simpleName)) {
        return true;
      }
    }
    return NAMED.contains(simpleName) || NESTED_IN_ANY_CASE.matcher(simpleName).matches();
  }
}
