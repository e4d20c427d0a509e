package org.wasm2java.cli;

import java.io.PrintStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.runtime.Execution;
import org.wasm2java.runtime.InstanceConfig;
import org.wasm2java.runtime.listener.TraceListener;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options for how much time, fuel and room a guest may use. */
final class GuestLimits {
  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "Let the guest trap after a time such as 500ms, 10s or 2m.")
  private @Nullable Duration timeout;

  @Option(
      names = "--fuel-limit",
      paramLabel = "N",
      converter = FuelConverter.class,
      description = "Let the guest trap after about N instructions, the same on every machine.")
  private @Nullable Long fuelLimit;

  @Option(
      names = "--growth-reserve",
      paramLabel = "PAGES",
      converter = ReserveConverter.class,
      description = {
        "Let growing memories keep up to PAGES of 64 KiB in reserve, which saves copying. A guest's",
        "accesses to the reserve do not trap, so this is for guests that do not rely on traps."
      })
  private int growthReserve;

  void addTo(TranslationOptions.Builder options) {
    if (timeout != null) {
      options.interruptible(true);
    }
    if (fuelLimit != null) {
      options.fuel(true);
    }
  }

  /** Returns how to make an instance that has these limits; prints a trace if it can. */
  InstanceConfig config(@Nullable PrintStream trace) {
    return InstanceConfig.builder()
        .execution(execution -> applyTo(execution, trace))
        .growthReserve(growthReserve)
        .build();
  }

  private void applyTo(Execution execution, @Nullable PrintStream trace) {
    if (trace != null) {
      execution.setListener(new TraceListener(trace));
    }
    if (fuelLimit != null) {
      execution.setFuel(fuelLimit);
    }
    if (timeout != null) {
      execution.deadline(timeout);
    }
  }

  /** Reads a number of pages. */
  static final class ReserveConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      String expected = "is no reserve; give a number of pages of 64 KiB, 0 or more";
      return (int) atLeastZero(text, Integer.MAX_VALUE, expected);
    }
  }

  /** Reads an amount of fuel. */
  static final class FuelConverter implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      String expected = "is no amount of fuel; give a number of instructions, 0 or more";
      return atLeastZero(text, Long.MAX_VALUE, expected);
    }
  }

  private static long atLeastZero(String text, long most, String expected) {
    try {
      long number = Long.parseLong(text);
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // the same message
    }
    throw new TypeConversionException("'" + text + "' " + expected);
  }

  /** Reads a number with a unit: ms, s, m or h. */
  static final class TimeConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      int digits = 0;
      while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
        digits++;
      }
      try {
        long number = Long.parseLong(text.substring(0, digits));
        return switch (text.substring(digits)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> throw notATime(text);
        };
      } catch (NumberFormatException | ArithmeticException e) {
        throw notATime(text);
      }
    }

    private static TypeConversionException notATime(String text) {
      return new TypeConversionException(
          "'" + text + "' is no time; give a number with a unit, such as 500ms, 10s, 2m or 1h");
    }
  }
}
