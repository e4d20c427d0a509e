package com.example.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TourTest {
  @Test
  void theTourSaysWhatItShould() {
    assertEquals(
        List.of(
            "module pricing is com.example.tour.Pricing",
            "  wants shop.rate",
            "  wants shop.log",
            "  has memory: memory 1..4",
            "  has orders: global (mut i32)",
            "  has price: func [i32 i32] -> [f64 i32]",
            "order 1 costs 30.0",
            "order 2 costs 6.0",
            "host module shop",
            "  rate: func (product i32) -> (f64)",
            "  log: func (pointer i32, length i32) -> ()",
            "instance counter: priced an order",
            "12.0",
            "instance pricing: priced an order",
            "red pays 3.0",
            "instance pricing: priced an order",
            "blue pays 4.0",
            "7 bytes are 6 characters",
            "true in memory 2..4",
            "integer divide by zero",
            "  at share (module pricing, offset 0xf1)",
            "  at share_all (func[5], module pricing, offset 0xf9)",
            "and still works: 25",
            "two pages more: -1, one: 1",
            "all fuel consumed",
            "interrupt (deadline of 20 ms passed)",
            "and still works: 3",
            "> share(12, 5)",
            "< share = 2",
            "order 2 here, 3 there",
            "second ends with 3",
            "first ends with 3",
            "instance first is closed, exit code 3"),
        new Tour().run());
  }
}
