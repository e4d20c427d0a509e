package org.wasm2java.aot.source;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.JavaSignature;
import org.wasm2java.aot.ir.ResultShape;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.source.name.Signatures;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.type.FunctionType;

/**
 * Writes the methods of the module's class that move very many results between the fields that
 * generated code gives them in and the array that others see. Each is cut into pieces, as hundreds
 * of fields do not fit one method.
 */
final class ManyResults {
  private final JavaPlan plan;
  private final int perMethod;
  private final GeneratedNames names;

  ManyResults(JavaPlan plan, GeneratedNames names) {
    this.plan = plan;
    this.perMethod = plan.limits().methodResults();
    this.names = names;
  }

  /** Returns the canonical types of functions whose results need the methods. */
  private SortedSet<Integer> types() {
    SortedSet<Integer> types = new TreeSet<>();
    IndexSpaces spaces = plan.module().spaces();
    for (int i = 0; i < spaces.typeCount(); i++) {
      if (spaces.type(i).composite() instanceof FunctionType type
          && results(type) instanceof ResultShape.Array) {
        types.add(plan.module().canonicalType(i));
      }
    }
    return types;
  }

  /** Returns the names of all methods. */
  List<String> methodNames() {
    List<String> all = new ArrayList<>();
    for (int type : types()) {
      for (String method : List.of(names.giveResults(type), names.takeResults(type))) {
        all.add(method);
        for (int piece = 0; piece < pieces(type); piece++) {
          all.add(method + "_" + piece);
        }
      }
    }
    return all;
  }

  private static ResultShape results(FunctionType type) {
    return JavaSignature.of(type).results();
  }

  private List<Carrier> carriers(int canonicalType) {
    return results(plan.module().spaces().functionTypeAt(canonicalType)).carriers();
  }

  private int pieces(int canonicalType) {
    return (carriers(canonicalType).size() + perMethod - 1) / perMethod;
  }

  void addTo(TypeSpec.Builder builder) {
    for (int type : types()) {
      give(builder, type);
      take(builder, type);
    }
  }

  private static MethodSpec.Builder method(String name) {
    return MethodSpec.methodBuilder(name);
  }

  private void give(TypeSpec.Builder builder, int type) {
    String name = names.giveResults(type);
    MethodSpec.Builder give =
        method(name)
            .addJavadoc("Returns the results of a call that returned the first.\n")
            .returns(Object[].class)
            .addParameter(Object.class, "first")
            .addStatement(
                "$T[] results = new $T[$L]", Object.class, Object.class, carriers(type).size())
            .addStatement("results[0] = first");
    for (int piece = 0; piece < pieces(type); piece++) {
      give.addStatement("$L_$L(results)", name, piece);
      builder.addMethod(piece(name, piece, type, true));
    }
    builder.addMethod(give.addStatement("return results").build());
  }

  private void take(TypeSpec.Builder builder, int type) {
    String name = names.takeResults(type);
    MethodSpec.Builder take =
        method(name)
            .addJavadoc("Puts the results after the first where callers look for them.\n")
            .addParameter(Object[].class, "results");
    for (int piece = 0; piece < pieces(type); piece++) {
      take.addStatement("$L_$L(results)", name, piece);
      builder.addMethod(piece(name, piece, type, false));
    }
    builder.addMethod(take.build());
  }

  private MethodSpec piece(String name, int piece, int type, boolean give) {
    MethodSpec.Builder method =
        method(name + "_" + piece)
            .addModifiers(Modifier.PRIVATE)
            .addParameter(Object[].class, "results");
    List<Carrier> results = carriers(type);
    int end = Math.min((piece + 1) * perMethod, results.size());
    for (int i = Math.max(1, piece * perMethod); i < end; i++) {
      String field = names.resultField(results.get(i), i);
      if (give) {
        method.addStatement("results[$L] = $L", i, field);
      } else {
        String given = "results[" + i + "]";
        method.addStatement("$L = $L", field, Signatures.unboxed(results.get(i), given));
      }
    }
    return method.build();
  }
}
