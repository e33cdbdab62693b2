package io.github.sandboxcache.adapter.docker;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts a command's output into lines however it arrives. A carriage return ends a line too, so that
 * progress bars show; what is not UTF-8 is replaced, and a line beyond all measure is cut.
 */
final class LineSplitter {
  static final int MAX_LINE_BYTES = 16 * 1024;

  private final Consumer<String> onLine;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean cut;
  private boolean afterCarriageReturn;

  LineSplitter(Consumer<String> onLine) {
    this.onLine = onLine;
  }

  void accept(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      accept(bytes[i]);
    }
  }

  private void accept(byte next) {
    boolean pairEnds = afterCarriageReturn && next == '\n';
    afterCarriageReturn = next == '\r';
    if (next == '\n' || next == '\r') {
      if (!pairEnds) {
        emit();
      }
    } else if (line.size() < MAX_LINE_BYTES) {
      line.write(next);
    } else {
      cut = true;
    }
  }

  /** Emits what came after the last line end. */
  void end() {
    if (line.size() > 0) {
      emit();
    }
  }

  private void emit() {
    String text = line.toString(StandardCharsets.UTF_8);
    onLine.accept(cut ? text + "…" : text);
    line.reset();
    cut = false;
  }
}
