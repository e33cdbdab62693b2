package io.github.sandboxcache.trials.engine;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Programs of a few bytes, so that containers run without a base image. Linux on x86-64 only. */
final class TinyProgram {
  private static final long ADDRESS = 0x400000;
  private static final int FILE_HEADER = 64;
  private static final int PROGRAM_HEADER = 56;

  /** Waits until it is killed: pause() again and again. */
  static final byte[] WAIT = program(0xb8, 0x22, 0x00, 0x00, 0x00, 0x0f, 0x05, 0xeb, 0xf7);

  /** Ends at once: exit(0). */
  static final byte[] END = program(0x31, 0xff, 0xb8, 0x3c, 0x00, 0x00, 0x00, 0x0f, 0x05);

  private TinyProgram() {}

  private static byte[] program(int... code) {
    int headers = FILE_HEADER + PROGRAM_HEADER;
    int length = headers + code.length;
    ByteBuffer elf = ByteBuffer.allocate(headers).order(ByteOrder.LITTLE_ENDIAN);
    elf.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}).putLong(0);
    // An executable for x86-64, begun right behind the headers, with one segment and no sections.
    elf.putShort((short) 2).putShort((short) 62).putInt(1).putLong(ADDRESS + headers);
    elf.putLong(FILE_HEADER).putLong(0).putInt(0);
    elf.putShort((short) FILE_HEADER).putShort((short) PROGRAM_HEADER).putShort((short) 1);
    elf.putShort((short) 0).putShort((short) 0).putShort((short) 0);
    // All of the file is loaded, to be read and run.
    elf.putInt(1).putInt(5).putLong(0).putLong(ADDRESS).putLong(ADDRESS);
    elf.putLong(length).putLong(length).putLong(0x1000);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(elf.array());
    for (int each : code) {
      bytes.write(each);
    }
    return bytes.toByteArray();
  }
}
