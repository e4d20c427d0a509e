package com.example.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wasm2java.runtime.LinkException;
import org.wasm2java.runtime.Store;

class MonitorTest {
  @Test
  void guestCallsJavaForReadingsAndForTheLog() {
    Monitor monitor = new Monitor(19.5, 42.25, 21.0, 99.0);

    assertEquals(2, monitor.check(40.0));
    assertEquals(
        List.of("above the limit", "channel 1: 42.25", "above the limit", "channel 3: 99.0"),
        monitor.log());
  }

  @Test
  void exceptionOfAHostFunctionPassesThroughTheGuest() {
    Guest.Sensor broken =
        channel -> {
          throw new IllegalStateException("sensor " + channel + " is off");
        };
    Guest guest =
        Guest.instantiate(
            new Store(), new Guest.Imports().sensor(broken).console(new SilentConsole()));

    assertEquals(
        "sensor 0 is off",
        assertThrows(IllegalStateException.class, () -> guest.check(1, 0.0)).getMessage());
  }

  @Test
  void missingImportIsNamed() {
    LinkException missing =
        assertThrows(
            LinkException.class, () -> Guest.instantiate(new Store(), new Guest.Imports()));

    assertTrue(missing.getMessage().contains("sensor"), missing.getMessage());
  }

  private static final class SilentConsole implements Guest.Console {
    @Override
    public void log(int address, int length) {}

    @Override
    public void value(int channel, double reading) {}
  }
}
