package org.wasm2java.aot.source.aggregate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.source.name.AggregateNames;
import org.wasm2java.aot.source.name.Signatures;
import org.wasm2java.aot.type.FieldType;
import org.wasm2java.aot.type.NumberType;
import org.wasm2java.aot.type.PackedType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.StorageType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.type.VectorType;
import org.wasm2java.aot.validate.ValidModule;
import org.wasm2java.runtime.gc.ElementList;
import org.wasm2java.runtime.gc.WasmArray;
import org.wasm2java.runtime.ops.GcOps;
import org.wasm2java.runtime.type.V128;

/**
 * Writes the class of an array type: it wraps a Java array, so that types of equal elements stay
 * apart. A vector takes two elements of the Java array.
 */
final class ArrayClassWriter {
  private static final String ELEMENTS = AggregateNames.ELEMENTS;

  private final AggregateNames names;
  private final AggregateTypes types;

  ArrayClassWriter(ValidModule module, AggregateNames names) {
    this.names = names;
    this.types = new AggregateTypes(module, names);
  }

  TypeSpec write(int typeIndex) {
    FieldType element = names.element(typeIndex);
    Optional<Integer> supertype = names.supertype(typeIndex);
    TypeSpec.Builder builder = types.start(typeIndex, WasmArray.class, "An array");
    TypeName array = ArrayTypeName.of(javaType(element.storage()));
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("An array that keeps its elements in the given one.\n")
            .addParameter(array, ELEMENTS);
    if (supertype.isPresent()) {
      constructor.addStatement("super($L)", ELEMENTS);
    } else {
      FieldSpec.Builder field = FieldSpec.builder(array, ELEMENTS, Modifier.FINAL);
      if (names.isShared(typeIndex)) {
        field.addModifiers(Modifier.PUBLIC);
      }
      builder.addField(field.build());
      constructor.addStatement("this.$L = $L", ELEMENTS, ELEMENTS);
    }
    builder.addMethod(constructor.build());
    addFactories(builder, types.name(typeIndex), element);
    if (supertype.isEmpty()) {
      builder.addMethod(length(element));
    }
    addAccessors(builder, typeIndex, element);
    if (supertype.isEmpty() || isNarrowed(typeIndex, element)) {
      builder.addMethod(asList(element));
    }
    return builder.build();
  }

  private static TypeName javaType(StorageType storage) {
    return AggregateTypes.javaType(storage, Carrier.of(storage.unpacked()).get(0));
  }

  private static boolean isVector(FieldType element) {
    return element.storage() instanceof VectorType;
  }

  private static MethodSpec.Builder factory(String name, ClassName self) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(self);
  }

  private static CodeBlock created(FieldType element, CodeBlock length) {
    TypeName type = javaType(element.storage());
    return CodeBlock.of("$T[] $L = new $T[$L]", type, ELEMENTS, type, length);
  }

  private static void addFactories(TypeSpec.Builder builder, ClassName self, FieldType element) {
    CodeBlock length =
        CodeBlock.of("$T.$L(length)", GcOps.class, isVector(element) ? "halves" : "length");
    builder.addMethod(
        factory("ofLength", self)
            .addJavadoc("Returns an array of zeros or nulls.\n")
            .addParameter(TypeName.INT, "length")
            .addStatement("return new $T(new $T[$L])", self, javaType(element.storage()), length)
            .build());
    builder.addMethod(filled(self, element, length));
    if (element.storage() instanceof ReferenceType) {
      builder.addMethod(ofElements(self, element));
    } else {
      builder.addMethod(ofData(self, element));
    }
  }

  private static MethodSpec filled(ClassName self, FieldType element, CodeBlock length) {
    MethodSpec.Builder method =
        factory("filled", self).addJavadoc("Returns an array of equal elements.\n");
    List<Carrier> carriers = Carrier.of(element.storage().unpacked());
    if (isVector(element)) {
      return method
          .addParameter(TypeName.LONG, "low")
          .addParameter(TypeName.LONG, "high")
          .addParameter(TypeName.INT, "length")
          .addStatement("$L", created(element, length))
          .addStatement("$T.fill($L, 0, low, high, length)", GcOps.class, ELEMENTS)
          .addStatement("return new $T($L)", self, ELEMENTS)
          .build();
    }
    return method
        .addParameter(Signatures.type(carriers.get(0)), "value")
        .addParameter(TypeName.INT, "length")
        .addStatement("$L", created(element, length))
        .addStatement(
            "$T.fill($L, $L)",
            Arrays.class,
            ELEMENTS,
            AggregateTypes.narrowed(element.storage(), "value"))
        .addStatement("return new $T($L)", self, ELEMENTS)
        .build();
  }

  private static MethodSpec ofElements(ClassName self, FieldType element) {
    TypeName type = javaType(element.storage());
    return factory("ofElements", self)
        .addJavadoc("Returns an array of elements of a segment.\n")
        .addParameter(ArrayTypeName.of(ClassName.OBJECT), "segment")
        .addParameter(TypeName.INT, "start")
        .addParameter(TypeName.INT, "length")
        .addStatement(
            "$T[] $L = new $T[$T.elements(segment, start, length)]",
            type,
            ELEMENTS,
            type,
            GcOps.class)
        .addStatement("$T.init($L, 0, segment, start, length)", GcOps.class, ELEMENTS)
        .addStatement("return new $T($L)", self, ELEMENTS)
        .build();
  }

  private static MethodSpec ofData(ClassName self, FieldType element) {
    TypeName type = javaType(element.storage());
    boolean vector = isVector(element);
    return factory("ofData", self)
        .addJavadoc(
            "Returns an array of the bytes of a segment, $L an element.\n",
            width(element.storage()))
        .addParameter(ArrayTypeName.of(TypeName.BYTE), "segment")
        .addParameter(TypeName.INT, "start")
        .addParameter(TypeName.INT, "length")
        .addStatement(
            "$T[] $L = new $T[$T.elements(segment, start, length, $L)$L]",
            type,
            ELEMENTS,
            type,
            GcOps.class,
            width(element.storage()),
            vector ? " * 2" : "")
        .addStatement(
            "$T.$L($L, 0, segment, start, length)",
            GcOps.class,
            vector ? "initVectors" : "init",
            ELEMENTS)
        .addStatement("return new $T($L)", self, ELEMENTS)
        .build();
  }

  private static int width(StorageType storage) {
    if (storage instanceof PackedType packed) {
      return packed.bytes();
    }
    return storage instanceof NumberType number ? number.bytes() : 16;
  }

  private static MethodSpec length(FieldType element) {
    return MethodSpec.methodBuilder("length")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .returns(TypeName.INT)
        .addStatement("return $L.length$L", ELEMENTS, isVector(element) ? " >> 1" : "")
        .build();
  }

  private void addAccessors(TypeSpec.Builder builder, int typeIndex, FieldType element) {
    ValueType value = element.storage().unpacked();
    MethodSpec.Builder getter =
        MethodSpec.methodBuilder("get")
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("Returns the element at an index$L.\n", extended(element))
            .addParameter(TypeName.INT, "index");
    if (isVector(element)) {
      getter
          .returns(V128.class)
          .addStatement("int half = $T.half($L, index)", GcOps.class, ELEMENTS)
          .addStatement("return $T.of($L[half], $L[half + 1])", V128.class, ELEMENTS, ELEMENTS);
    } else {
      getter
          .returns(Signatures.type(value))
          .addStatement(
              "return $L$L[index]",
              isNarrowed(typeIndex, element)
                  ? CodeBlock.of("($T) ", Signatures.type(value))
                  : CodeBlock.of(""),
              ELEMENTS);
    }
    builder.addMethod(getter.build());
    if (element.mutable()) {
      builder.addMethod(setter(element, value));
    }
  }

  /** Returns whether the elements have another Java type than those of the farthest supertype. */
  private boolean isNarrowed(int typeIndex, FieldType element) {
    FieldType declared = names.element(names.root(typeIndex));
    return !javaType(declared.storage()).equals(javaType(element.storage()));
  }

  /** References that cannot be set may be of a subtype in the class of a subtype. */
  private static MethodSpec asList(FieldType element) {
    TypeName boxed =
        isVector(element)
            ? ClassName.get(V128.class)
            : Signatures.type(element.storage().unpacked()).box();
    boolean covariant = !element.mutable() && element.storage() instanceof ReferenceType;
    return MethodSpec.methodBuilder("asList")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(
            "Returns the elements as a list of fixed length$L; nothing is copied.\n",
            element.mutable() ? ", which sets them, too" : "")
        .returns(
            ParameterizedTypeName.get(
                ClassName.get(List.class), covariant ? WildcardTypeName.subtypeOf(boxed) : boxed))
        .addStatement(
            "return $T.of(this, this::get$L)",
            ElementList.class,
            element.mutable() ? ", this::set" : "")
        .build();
  }

  private static String extended(FieldType element) {
    return element.storage() instanceof PackedType packed
        ? ", sign-extended from " + packed.text()
        : "";
  }

  private static MethodSpec setter(FieldType element, ValueType value) {
    MethodSpec.Builder setter =
        MethodSpec.methodBuilder("set")
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("Sets the element at an index.\n")
            .addParameter(TypeName.INT, "index");
    if (isVector(element)) {
      return setter
          .addParameter(V128.class, "value")
          .addStatement("$T.set($L, index, value.low(), value.high())", GcOps.class, ELEMENTS)
          .build();
    }
    return setter
        .addParameter(Signatures.type(value), "value")
        .addStatement(
            "$L[index] = $L", ELEMENTS, AggregateTypes.narrowed(element.storage(), "value"))
        .build();
  }
}
