package org.wasm2java.aot.resolve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.wasm2java.aot.type.ArrayType;
import org.wasm2java.aot.type.CompositeType;
import org.wasm2java.aot.type.ConcreteHeapType;
import org.wasm2java.aot.type.FieldType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.RecursiveType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.StorageType;
import org.wasm2java.aot.type.StructType;
import org.wasm2java.aot.type.SubType;
import org.wasm2java.aot.type.ValueType;

/**
 * The identities of defined types: texts that are equal in any two modules if the types are. An
 * identity is a hash of the recursive group, in which other types stand by their identities, and
 * the position in it.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/valid/conventions.html#rolling-and-unrolling">
 *     Rolling and unrolling</a>
 */
final class TypeIdentities {
  /** So many bits are equal by chance in none of all modules there will be. */
  private static final int HASH_BYTES = 12;

  private final List<String> identities = new ArrayList<>();

  TypeIdentities(List<RecursiveType> groups) {
    for (RecursiveType group : groups) {
      int start = identities.size();
      StringBuilder text = new StringBuilder();
      group.subTypes().forEach(type -> text.append(text(type, start)).append('\n'));
      String hash = hash(text.toString());
      for (int i = 0; i < group.subTypes().size(); i++) {
        identities.add(hash + "." + i);
      }
    }
  }

  /** Returns the identity of the type at an index. */
  String of(int typeIndex) {
    return identities.get(typeIndex);
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private String text(SubType type, int start) {
    StringBuilder text = new StringBuilder(type.isFinal() ? "final" : "sub");
    type.supertypes().forEach(supertype -> text.append(' ').append(index(supertype, start)));
    return text.append(' ').append(composite(type.composite(), start)).toString();
  }

  private String index(int typeIndex, int start) {
    return typeIndex >= start ? "rec." + (typeIndex - start) : identities.get(typeIndex);
  }

  private String composite(CompositeType type, int start) {
    if (type instanceof FunctionType function) {
      return "func" + values(function.parameters(), start) + values(function.results(), start);
    }
    StringBuilder text = new StringBuilder(type instanceof StructType ? "struct" : "array");
    List<FieldType> fields =
        type instanceof StructType struct ? struct.fields() : List.of(((ArrayType) type).element());
    for (FieldType field : fields) {
      text.append(field.mutable() ? " mut " : " ").append(storage(field.storage(), start));
    }
    return text.toString();
  }

  private String values(List<ValueType> types, int start) {
    StringBuilder text = new StringBuilder("(");
    types.forEach(type -> text.append(' ').append(storage(type, start)));
    return text.append(')').toString();
  }

  private String storage(StorageType type, int start) {
    return type instanceof ReferenceType reference
            && reference.heapType() instanceof ConcreteHeapType concrete
        ? (reference.nullable() ? "null " : "") + index(concrete.typeIndex(), start)
        : type.text();
  }
}
