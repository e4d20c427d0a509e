package com.example.monitor;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.runtime.Store;

/** Lets {@code guest.wat} look for alarms in readings that Java provides. */
public final class Monitor {
  private final Guest guest;
  private final double[] readings;
  private final List<String> log = new ArrayList<>();

  /** A monitor of these readings, one for each channel. */
  public Monitor(double... readings) {
    this.readings = readings.clone();
    Guest.Imports imports =
        new Guest.Imports().sensor(channel -> this.readings[channel]).console(new Console());
    this.guest = Guest.instantiate(new Store(), imports);
  }

  /** Returns how many readings are above the limit; the log names them. */
  public int check(double limit) {
    return guest.check(readings.length, limit);
  }

  /** Returns what the guest logged so far. */
  public List<String> log() {
    return List.copyOf(log);
  }

  /** The functions that the guest imports from "console". */
  private final class Console implements Guest.Console {
    @Override
    public void log(int address, int length) {
      log.add(guest.memory().readString(address, length));
    }

    @Override
    public void value(int channel, double reading) {
      log.add("channel " + channel + ": " + reading);
    }
  }

  /** Prints what the guest says about three readings. */
  public static void main(String[] args) {
    Monitor monitor = new Monitor(19.5, 42.25, 21.0);
    int alarms = monitor.check(40.0);
    monitor.log().forEach(System.out::println);
    System.out.println(alarms + " alarm(s)");
  }
}
