package org.wasm2java.aot.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.JavaSignature;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.source.name.ImportNames;
import org.wasm2java.aot.source.name.Signatures;
import org.wasm2java.aot.split.ImportedModule;
import org.wasm2java.aot.split.ImportedModule.ImportedFunction;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.split.TailCalls;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.runtime.generated.TailCall;

/**
 * Writes the classes that make the tail calls by which functions have left: a loop that switches
 * over the index of the function to call, for each carrier of what functions return. Where there
 * are more functions than fit a method, the loop chooses among methods by ranges of indices.
 */
final class TailClassWriter {
  private static final List<Carrier> RETURNED =
      List.of(
          Carrier.INT, Carrier.LONG, Carrier.FLOAT, Carrier.DOUBLE, Carrier.EXTERN, Carrier.VOID);

  /** An estimate of the bytecode of a call without arguments. */
  private static final int CALL_BYTES = 16;

  /** With ten cases HotSpot makes a jump table of a switch. */
  private static final int COMPARED = 8;

  /** With more functions comparisons take longer than a jump. */
  private static final int MOST_COMPARED = 32;

  /** A choice among more is a choice among choices. */
  private static final int MOST_CHOICES = 16;

  private final JavaPlan plan;
  private final GeneratedNames names;
  private final TailCalls calls;
  private final ImportNames imports;
  private final ClassName main;
  private final List<TypeSpec.Builder> classes = new ArrayList<>();
  private int methods;

  TailClassWriter(JavaPlan plan, GeneratedNames names) {
    this.plan = plan;
    this.names = names;
    this.calls = plan.tailCalls();
    this.imports = new ImportNames(plan, names);
    this.main = ClassName.get(plan.packageName(), plan.simpleName());
  }

  /** Returns the classes; none if there are no tail calls but loops. */
  List<TypeSpec> write() {
    if (!calls.any()) {
      return List.of();
    }
    newClass();
    RETURNED.forEach(this::write);
    for (ImportedModule module : plan.imports()) {
      for (int i = 0; i < module.functions().size(); i++) {
        imported(module, i);
      }
    }
    return classes.stream().map(TypeSpec.Builder::build).toList();
  }

  private void newClass() {
    classes.add(
        TypeSpec.classBuilder(names.tailClass(classes.size()))
            .addModifiers(Modifier.FINAL)
            .addJavadoc("Makes the calls by which functions have left.\n")
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build()));
    methods = 0;
  }

  /** Adds a method of calls to the last class or, where that has enough, to another. */
  private String add(String name, MethodSpec method) {
    if (methods >= Math.max(1, plan.limits().references() / plan.limits().methodCases())) {
      newClass();
    }
    methods++;
    classes.get(classes.size() - 1).addMethod(method);
    return names.tailClass(classes.size() - 1) + "." + name;
  }

  /**
   * What makes one call.
   *
   * @param taken statements before it
   * @param text the call
   * @param bytes an estimate of its bytecode
   */
  private record Call(CodeBlock taken, String text, int bytes) {}

  private void write(Carrier returned) {
    SortedMap<Integer, Call> functions = new TreeMap<>();
    calls.called(returned).forEach(function -> functions.put(function + 1, call(function)));
    SortedMap<Integer, Call> types = new TreeMap<>();
    for (int type : calls.types(returned)) {
      String text = names.typeClass(type) + ".tailCall(self, outer)";
      types.put(-1 - type, new Call(CodeBlock.of(""), text, 2 * CALL_BYTES));
    }
    if (functions.isEmpty() && types.isEmpty()) {
      return;
    }
    String other = types.isEmpty() ? "" : choice(returned, "type", types);
    boolean whole = parts(functions).size() <= 1;
    String step = whole ? "" : choice(returned, "step", functions);
    MethodSpec.Builder method = method(names.tailMethod(returned), returned);
    if (returned != Carrier.VOID) {
      method.addParameter(Signatures.type(returned), "result");
    }
    method.addParameter(TailCall.class, "outer").beginControlFlow("do");
    method.addStatement("int function = self.$L", GeneratedNames.TAIL);
    method.addStatement("self.$L = 0", GeneratedNames.TAIL);
    if (whole) {
      method.addCode(inPlace(returned, functions, other));
    } else {
      method.addCode(chosen(returned, step, other));
    }
    method.endControlFlow("while (self.$L != 0)", GeneratedNames.TAIL);
    if (returned != Carrier.VOID) {
      method.addStatement("return result");
    }
    classes.get(0).addMethod(method.build());
  }

  private static String assigned(Carrier returned, String call) {
    return returned == Carrier.VOID ? call : "result = " + call;
  }

  /**
   * All functions are cases in the loop: a few in switches of eight, which HotSpot makes
   * comparisons of, as these are predicted better than an indirect jump.
   */
  private static CodeBlock inPlace(Carrier returned, SortedMap<Integer, Call> calls, String other) {
    if (calls.size() > MOST_COMPARED || calls.size() <= COMPARED) {
      return switchOver(returned, calls, other);
    }
    CodeBlock.Builder code = CodeBlock.builder();
    List<Integer> all = new ArrayList<>(calls.keySet());
    int end = 0;
    for (int start = 0; start < all.size(); start = end) {
      end = start + COMPARED >= all.size() - 1 ? all.size() : start + COMPARED;
      boolean last = end == all.size();
      var some = calls.subMap(all.get(start), all.get(end - 1) + 1);
      if (last) {
        code.nextControlFlow("else");
      } else if (start == 0) {
        code.beginControlFlow("if (function <= $L)", some.lastKey());
      } else {
        code.nextControlFlow("else if (function <= $L)", some.lastKey());
      }
      code.add(switchOver(returned, some, other));
    }
    return code.endControlFlow().build();
  }

  private static CodeBlock switchOver(
      Carrier returned, SortedMap<Integer, Call> calls, String other) {
    CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("switch (function)");
    calls.forEach(
        (tail, call) ->
            code.beginControlFlow("case $L:", tail)
                .add(call.taken())
                .addStatement("$L", assigned(returned, call.text()))
                .addStatement("break")
                .endControlFlow());
    code.beginControlFlow("default:");
    if (other.isEmpty()) {
      code.addStatement("throw new $T()", IllegalStateException.class);
    } else {
      code.addStatement("$L", assigned(returned, other));
    }
    return code.endControlFlow().endControlFlow().build();
  }

  private static CodeBlock chosen(Carrier returned, String step, String other) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (other.isEmpty()) {
      return code.addStatement("$L", assigned(returned, step)).build();
    }
    return code.beginControlFlow("if (function > 0)")
        .addStatement("$L", assigned(returned, step))
        .nextControlFlow("else")
        .addStatement("$L", assigned(returned, other))
        .endControlFlow()
        .build();
  }

  private Call call(int function) {
    int imported = plan.module().spaces().importedFunctions();
    if (function < imported) {
      String text = names.tailClass(0) + "." + importMethod(function) + "(self, outer)";
      return new Call(CodeBlock.of(""), text, CALL_BYTES);
    }
    FunctionType type = plan.module().spaces().functionType(function);
    TailArguments arguments = new TailArguments(JavaSignature.of(type), names);
    String text =
        names.tailCallee(function).call("self", "", String.join(", ", arguments.values()));
    return new Call(arguments.taken(), text, arguments.bytes());
  }

  private MethodSpec.Builder method(String name, Carrier returned) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.STATIC)
        .returns(Signatures.type(returned))
        .addParameter(main, "self");
  }

  private MethodSpec.Builder step(String name, Carrier returned) {
    return method(name, returned)
        .addParameter(TypeName.INT, "function")
        .addParameter(TailCall.class, "outer");
  }

  /** Cuts calls where they fill a method. */
  private List<SortedMap<Integer, Call>> parts(SortedMap<Integer, Call> calls) {
    List<SortedMap<Integer, Call>> parts = new ArrayList<>();
    int bytes = JvmLimits.HARD_METHOD_BYTES;
    for (var entry : calls.entrySet()) {
      bytes += entry.getValue().bytes();
      boolean full =
          bytes > JvmLimits.HARD_METHOD_BYTES
              || parts.get(parts.size() - 1).size() >= plan.limits().methodCases();
      if (full) {
        parts.add(new TreeMap<>());
        bytes = entry.getValue().bytes();
      }
      parts.get(parts.size() - 1).put(entry.getKey(), entry.getValue());
    }
    return parts;
  }

  /** Adds methods that make one of the calls; returns the call of the one that chooses. */
  private String choice(Carrier returned, String name, SortedMap<Integer, Call> calls) {
    String prefix = name + TailCalls.of(returned).letter();
    SortedMap<Integer, String> choices = new TreeMap<>();
    for (SortedMap<Integer, Call> part : parts(calls)) {
      String method = prefix + "_" + choices.size();
      MethodSpec.Builder step = step(method, returned).beginControlFlow("switch (function)");
      part.forEach(
          (tail, call) -> {
            step.beginControlFlow("case $L:", tail).addCode(call.taken());
            giveBack(step, returned, call.text());
            step.endControlFlow();
          });
      step.addCode("default:\n");
      step.addStatement("$>throw new $T()$<", IllegalStateException.class).endControlFlow();
      choices.put(part.lastKey(), add(method, step.build()));
    }
    for (String level = prefix; choices.size() > 1; level += "s") {
      choices = choosers(returned, level, choices);
    }
    return choices.get(choices.firstKey()) + "(self, function, outer)";
  }

  private static void giveBack(MethodSpec.Builder method, Carrier returned, String call) {
    if (returned == Carrier.VOID) {
      method.addStatement("$L", call).addStatement("return");
    } else {
      method.addStatement("return $L", call);
    }
  }

  /** Adds methods that choose among others by their highest numbers. */
  private SortedMap<Integer, String> choosers(
      Carrier returned, String prefix, SortedMap<Integer, String> choices) {
    SortedMap<Integer, String> choosers = new TreeMap<>();
    List<Integer> all = new ArrayList<>(choices.keySet());
    int most = Math.min(MOST_CHOICES, Math.max(2, plan.limits().methodCases()));
    for (int start = 0; start < all.size(); start += most) {
      List<Integer> some = all.subList(start, Math.min(start + most, all.size()));
      String name = prefix + "s" + choosers.size();
      MethodSpec.Builder chooser = step(name, returned);
      for (int highest : some.subList(0, some.size() - 1)) {
        chooser.beginControlFlow("if (function <= $L)", highest);
        giveBack(chooser, returned, choices.get(highest) + "(self, function, outer)");
        chooser.endControlFlow();
      }
      int last = some.get(some.size() - 1);
      giveBack(chooser, returned, choices.get(last) + "(self, function, outer)");
      choosers.put(last, add(name, chooser.build()));
    }
    return choosers;
  }

  private static String importMethod(int function) {
    return "import" + function;
  }

  /**
   * Adds the methods that call an imported function: if it was linked, as a function, which may
   * leave by a tail call.
   */
  private void imported(ImportedModule module, int number) {
    ImportedFunction function = module.functions().get(number);
    int canonical = function.typeIndex();
    FunctionType type = plan.module().spaces().functionTypeAt(canonical);
    Carrier returned = JavaSignature.of(type).returned();
    TailArguments arguments = new TailArguments(JavaSignature.of(type), names);
    for (int index : function.functionIndices()) {
      if (!calls.called(TailCalls.of(returned)).contains(index)) {
        continue;
      }
      ClassName linked =
          ImportWriter.owner(plan, names, module).nestedClass(imports.linkedClass(module));
      MethodSpec.Builder method =
          method(importMethod(index), returned)
              .addParameter(TailCall.class, "outer")
              .beginControlFlow(
                  "if (self.$1L instanceof $2T linked && linked.function$3L != null)",
                  imports.field(module),
                  linked,
                  number);
      String callee = names.typeClass(canonical) + ".tailCall(self, linked.function" + number;
      giveBack(method, returned, callee + ", outer)");
      method.endControlFlow().addCode(arguments.taken());
      String all = String.join(", ", arguments.values());
      giveBack(method, returned, names.callee(index).call("self", "", all));
      classes.get(0).addMethod(method.build());
    }
  }
}
