package org.wasm2java.aot.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.OpcodeRows;
import org.wasm2java.aot.instruction.Typing;
import org.wasm2java.aot.instruction.VectorOpcode;
import org.wasm2java.aot.type.ValueType;

/** Reads the text of expressions. */
final class IrExpressionParser {
  private static final Map<String, Opcode> OPCODES =
      OpcodeRows.all().stream()
          .collect(Collectors.toMap(Opcode::text, row -> row, (first, other) -> first));
  private static final Set<String> ENTITIES =
      Arrays.stream(EntityOperation.values())
          .map(operation -> operation.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.toSet());

  private final IrNames names;

  IrExpressionParser(IrNames names) {
    this.names = names;
  }

  /** What stands before an operation on a lane that a vector instruction's row describes. */
  private static final String LANE = "lane:";

  static boolean isOpcode(String text) {
    return OPCODES.containsKey(text);
  }

  static Opcode opcode(String text, IrLine line) {
    if (!isOpcode(text)) {
      throw line.broken("not an operation: " + text);
    }
    return OPCODES.get(text);
  }

  Expr expression(IrLine line) {
    String word = line.word();
    if (word.equals("(")) {
      Expr operation = operation(line);
      line.expect(")");
      return operation;
    }
    if (names.isLocal(word)) {
      return new Expr.GetLocal(names.local(word, line));
    }
    if (word.startsWith("global[")) {
      String target = word.substring(0, word.lastIndexOf(':'));
      int index = line.index(whole(target), "global");
      return new Expr.GetGlobal(index, part(target), carrier(word, line));
    }
    return constant(word, line);
  }

  /** Returns the global of a part of it, such as {@code global[3].1}. */
  static String whole(String target) {
    return target.substring(0, target.indexOf(']') + 1);
  }

  static int part(String target) {
    String rest = target.substring(target.indexOf(']') + 1);
    return rest.isEmpty() ? 0 : Integer.parseInt(rest.substring(1));
  }

  /** Reads expressions to the end of what surrounds them. */
  List<Expr> expressions(IrLine line) {
    List<Expr> all = new ArrayList<>();
    while (line.hasNext() && !line.peek().equals(")")) {
      all.add(expression(line));
    }
    return all;
  }

  /** Reads where an access goes, as {@code m3+16! view}: the array, the offset, what is known. */
  Place place(IrLine line) {
    String word = line.word();
    boolean nonNegative = word.endsWith("!");
    int plus = word.indexOf('+');
    String offset = word.substring(plus + 1, word.length() - (nonNegative ? 1 : 0));
    Local bytes = names.local(word.substring(0, Math.max(plus, 0)), line);
    Expr.AccessStyle style = line.take("view") ? Expr.AccessStyle.VIEW : Expr.AccessStyle.CALL;
    return new Place(bytes, Long.parseLong(offset), nonNegative, style);
  }

  record Place(Local bytes, long offset, boolean nonNegative, Expr.AccessStyle style) {}

  private Expr operation(IrLine line) {
    String word = line.word();
    if (word.equals("select")) {
      return new Expr.Select(expression(line), expression(line), expression(line));
    }
    if (word.startsWith("lookup[")) {
      return lookup(word, line);
    }
    if (word.equals("call")) {
      return call(line);
    }
    if (word.equals("call_indirect")) {
      return callIndirect(line);
    }
    String opcode = word.contains("[") ? word.substring(0, word.indexOf('[')) : word;
    if (opcode.startsWith(LANE)) {
      return lane(opcode.substring(LANE.length()), line);
    }
    if (isOpcode(opcode)
        && opcode(opcode, line) instanceof VectorOpcode vector
        && vector.typing() instanceof Typing.Signature) {
      return vector(vector, word.substring(opcode.length()), line);
    }
    return word.endsWith("]") || word.contains("]:") ? entity(word, line) : numeric(word, line);
  }

  private Expr lane(String opcode, IrLine line) {
    VectorOpcode vector = (VectorOpcode) opcode(opcode, line);
    Carrier carrier = first(vector.laneSignature().results());
    return new Expr.Operation(vector, carrier, expressions(line));
  }

  /** Reads a vector instruction behind its name: its immediates in brackets, then its operands. */
  private Expr vector(VectorOpcode opcode, String immediates, IrLine line) {
    String[] numbers = immediates.replaceAll("[\\[\\]]", "").split(" ");
    long[] halves = new long[2];
    for (int i = 0; i < numbers.length && !numbers[i].isEmpty(); i++) {
      halves[i] =
          numbers[i].startsWith("0x")
              ? Long.parseUnsignedLong(numbers[i].substring(2), 16)
              : line.number(numbers[i]);
    }
    List<ValueType> results = ((Typing.Signature) opcode.typing()).results();
    return new Expr.Vector(opcode, first(results), expressions(line), halves[0], halves[1]);
  }

  private Expr lookup(String word, IrLine line) {
    String entries = word.substring("lookup[".length(), word.length() - 1);
    int[] table = Arrays.stream(entries.split(", ")).mapToInt(Integer::parseInt).toArray();
    line.expect("else");
    int otherwise = line.number();
    return new Expr.Lookup(expression(line), table, otherwise);
  }

  private Expr call(IrLine line) {
    String callee = line.word();
    boolean grows = line.take("grows");
    int index = line.index(head(callee), "func");
    return new Expr.Call(index, carrier(callee, line), expressions(line), grows, Expr.NOWHERE);
  }

  private Expr callIndirect(IrLine line) {
    int table = line.index(line.word(), "table");
    String word = line.word();
    int type = line.index(head(word), "type");
    Expr index = expression(line);
    List<Expr> arguments = expressions(line);
    return new Expr.CallIndirect(type, table, carrier(word, line), index, arguments, Expr.NOWHERE);
  }

  private Expr entity(String word, IrLine line) {
    String name = word.substring(0, word.indexOf('['));
    if (!ENTITIES.contains(name)) {
      throw line.broken("not an operation: " + name);
    }
    EntityOperation operation = EntityOperation.valueOf(name.toUpperCase(Locale.ROOT));
    String[] indices = word.substring(name.length() + 1, word.indexOf(']')).split(" ");
    Carrier carrier = operation.result().orElseGet(() -> carrier(word, line));
    int first = line.number(indices[0]);
    int second = line.number(indices[1]);
    return new Expr.Entity(operation, carrier, first, second, expressions(line));
  }

  private Expr numeric(String word, IrLine line) {
    Opcode opcode = opcode(word, line);
    if (opcode.typing() instanceof Typing.Access access) {
      Place place = place(line);
      return new Expr.Load(
          opcode,
          first(access.results()),
          place.bytes(),
          place.offset(),
          expression(line),
          place.nonNegative(),
          place.style(),
          Expr.NOWHERE);
    }
    if (opcode.typing() instanceof Typing.Signature signature) {
      return new Expr.Operation(opcode, first(signature.results()), expressions(line));
    }
    throw line.broken("no expression: " + word);
  }

  private static Carrier first(List<ValueType> results) {
    return results.isEmpty() ? Carrier.VOID : Carrier.whole(results.get(0));
  }

  /** Returns what stands before the carrier, as {@code func[3]} in {@code func[3]:int}. */
  private static String head(String word) {
    return word.substring(0, word.indexOf(']') + 1);
  }

  private static Carrier carrier(String word, IrLine line) {
    int colon = word.lastIndexOf(':');
    if (colon < 0) {
      throw line.broken("no carrier: " + word);
    }
    return IrNames.carrier(word.substring(colon + 1));
  }

  private static Expr constant(String word, IrLine line) {
    if (word.startsWith("null:")) {
      return new Expr.Constant(carrier(word, line), 0);
    }
    String number = word.substring(0, word.length() - 1);
    return switch (word.charAt(word.length() - 1)) {
      case 'L' -> new Expr.Constant(Carrier.LONG, Long.parseLong(number));
      case 'f' -> new Expr.Constant(Carrier.FLOAT, floatBits(number));
      case 'd' -> new Expr.Constant(Carrier.DOUBLE, doubleBits(number));
      default -> new Expr.Constant(Carrier.INT, line.number(word));
    };
  }

  private static long floatBits(String number) {
    return number.startsWith("nan:0x")
        ? Long.parseUnsignedLong(number.substring(6), 16)
        : Float.floatToRawIntBits((float) Double.parseDouble(number));
  }

  private static long doubleBits(String number) {
    return number.startsWith("nan:0x")
        ? Long.parseUnsignedLong(number.substring(6), 16)
        : Double.doubleToRawLongBits(Double.parseDouble(number));
  }
}
