package io.github.sandboxcache.trials.engine;

import static java.util.Collections.nCopies;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What happens on one connection, and how often compared with the others. */
enum LineFault {
  /** Nothing. */
  NONE(0),
  /** Something comes later, and whole. */
  DELAY(4),
  /** The connection ends after some bytes of the answers, perhaps before the first. */
  CUT(6),
  /** From some byte on, all is rubbish. */
  CORRUPT(3),
  /** The connection ends before the engine hears anything. */
  REFUSE(3),
  /** The answer is an error, and the engine hears nothing. */
  ERROR(4),
  /** Nothing comes for a while, then the connection ends, and the engine hears nothing. */
  STALL(2),
  /** From some byte on nothing comes any more, and the connection stays. */
  HALF_OPEN(1);

  private static final List<LineFault> CHOICE =
      Stream.of(values()).flatMap(fault -> nCopies(fault.weight, fault).stream()).toList();

  private final int weight;

  LineFault(int weight) {
    this.weight = weight;
  }

  /** One of them, but not none. */
  static LineFault one(Random random) {
    return CHOICE.get(random.nextInt(CHOICE.size()));
  }
}
