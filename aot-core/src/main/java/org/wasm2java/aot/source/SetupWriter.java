package org.wasm2java.aot.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.split.JavaPlan;

/**
 * Writes lists of statements as methods, each of a size that Java takes: of the module's class
 * while they are few, else of classes of their own.
 */
final class SetupWriter {
  /** Between a method's name and a piece's number: no name that comes from a module has it. */
  static final String PIECE = "$";

  /** A class and what it imports. */
  record Written(TypeSpec type, RuntimeTypes types) {}

  private final JavaPlan plan;
  private final GeneratedNames names;
  private final RuntimeTypes mainTypes;
  private final Supplier<RuntimeTypes> newTypes;
  private final ClassName main;
  private final List<Written> classes = new ArrayList<>();

  /**
   * A writer for a module.
   *
   * @param mainTypes what the module's class imports
   * @param newTypes gives the imports of a further class
   */
  SetupWriter(
      JavaPlan plan,
      GeneratedNames names,
      RuntimeTypes mainTypes,
      Supplier<RuntimeTypes> newTypes) {
    this.plan = plan;
    this.names = names;
    this.mainTypes = mainTypes;
    this.newTypes = newTypes;
    this.main = ClassName.get(plan.packageName(), plan.simpleName());
  }

  /** Returns the classes of statements that were written so far. */
  List<Written> classes() {
    return classes;
  }

  /**
   * Writes statements into a method of the module's class.
   *
   * @param method the method, with the parameters that the statements use
   * @return the method, and others of the module's class that it calls
   */
  List<MethodSpec> write(MethodSpec.Builder method, List<Setup.Statement> statements) {
    MethodSpec signature = method.build();
    String name = signature.isConstructor() ? "link" : signature.name();
    List<ParameterSpec> parameters =
        signature.parameters().stream()
            .filter(parameter -> !parameter.name().equals("imports"))
            .toList();
    Pieces pieces = new Pieces(name, parameters);
    if (plan.setupApart()) {
      for (String call : apart(pieces, statements)) {
        method.addStatement("$L", call);
      }
      return List.of(method.build());
    }
    Setup place = new Setup(plan, names, mainTypes);
    List<List<String>> texts = new ArrayList<>();
    statements.forEach(statement -> pieces.add(texts, statement.in(place)));
    List<MethodSpec> methods = new ArrayList<>();
    if (texts.size() <= 1) {
      texts.forEach(piece -> piece.forEach(text -> method.addStatement("$L", text)));
    } else {
      for (List<String> piece : texts) {
        MethodSpec written = pieces.method(piece, methods.size(), Modifier.PRIVATE);
        method.addStatement("$L($L)", written.name(), pieces.arguments(""));
        methods.add(written);
      }
    }
    methods.add(0, method.build());
    return methods;
  }

  /** Writes classes; returns the calls of their methods. */
  private List<String> apart(Pieces pieces, List<Setup.Statement> statements) {
    List<String> calls = new ArrayList<>();
    int next = 0;
    while (next < statements.size()) {
      RuntimeTypes types = newTypes.get();
      Setup place = new Setup(plan, names, types);
      List<List<String>> texts = new ArrayList<>();
      int count = 0;
      int characters = 0;
      while (next < statements.size() && count < plan.limits().statements()) {
        String text = statements.get(next).in(place);
        characters += text.length();
        if (count > 0 && characters > JvmLimits.CLASS_CHARACTERS) {
          break;
        }
        pieces.add(texts, text);
        count++;
        next++;
      }
      String owner = names.setupClass(classes.size());
      classes.add(new Written(setupClass(owner, pieces, texts), types));
      calls.add(owner + "." + pieces.name + "(" + pieces.arguments("this") + ")");
    }
    return calls;
  }

  private TypeSpec setupClass(String owner, Pieces pieces, List<List<String>> texts) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(owner)
            .addModifiers(Modifier.FINAL)
            .addJavadoc("A part of what sets an instance up: $L.\n", pieces.name)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    MethodSpec.Builder all =
        MethodSpec.methodBuilder(pieces.name)
            .addModifiers(Modifier.STATIC)
            .addParameter(main, "self")
            .addParameters(pieces.parameters);
    List<MethodSpec> methods = new ArrayList<>();
    for (List<String> piece : texts) {
      MethodSpec written = pieces.method(piece, methods.size(), Modifier.STATIC);
      all.addStatement("$L($L)", written.name(), pieces.arguments("self"));
      methods.add(written);
    }
    type.addMethod(all.build());
    methods.forEach(type::addMethod);
    return type.build();
  }

  /** How a method is cut. */
  private final class Pieces {
    private final String name;
    private final List<ParameterSpec> parameters;
    private int characters;

    Pieces(String name, List<ParameterSpec> parameters) {
      this.name = name;
      this.parameters = parameters;
    }

    /** Adds a statement to the last piece if it fits there, else to a new one. */
    void add(List<List<String>> pieces, String text) {
      boolean fits =
          !pieces.isEmpty()
              && pieces.get(pieces.size() - 1).size() < plan.limits().methodStatements()
              && characters + text.length() <= JvmLimits.METHOD_CHARACTERS;
      if (!fits) {
        pieces.add(new ArrayList<>());
        characters = 0;
      }
      characters += text.length();
      pieces.get(pieces.size() - 1).add(text);
    }

    MethodSpec method(List<String> statements, int number, Modifier modifier) {
      MethodSpec.Builder method =
          MethodSpec.methodBuilder(name + PIECE + number).addModifiers(modifier);
      if (modifier == Modifier.STATIC) {
        method.addParameter(main, "self");
      }
      method.addParameters(parameters);
      statements.forEach(text -> method.addStatement("$L", text));
      return method.build();
    }

    /** Returns the arguments of a call, the instance first unless it is an empty string. */
    String arguments(String instance) {
      List<String> arguments = new ArrayList<>();
      if (!instance.isEmpty()) {
        arguments.add(instance);
      }
      parameters.forEach(parameter -> arguments.add(parameter.name()));
      return String.join(", ", arguments);
    }
  }
}
