package io.github.sandboxcache.launch;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Lets no control byte through but tab and line ends, so that a message with text of others in it
 * cannot command the terminal.
 */
final class HarmlessStream extends FilterOutputStream {
  private static final int DELETE = 0x7f;
  private static final int C1_LEAD = 0xc2;
  private static final int C1_LAST = 0x9f;

  private int previous;

  HarmlessStream(OutputStream target) {
    super(target);
  }

  @Override
  public synchronized void write(int b) throws IOException {
    int value = b & 0xff;
    boolean lineOrTab = value == '\n' || value == '\r' || value == '\t';
    boolean c0 = (value < ' ' && !lineOrTab) || value == DELETE;
    // In UTF-8 the C1 controls are C2 80 to C2 9F; another second byte keeps the sequence whole.
    boolean c1 = previous == C1_LEAD && value >= 0x80 && value <= C1_LAST;
    previous = value;
    out.write(c0 ? '?' : c1 ? 0xbf : value);
  }
}
