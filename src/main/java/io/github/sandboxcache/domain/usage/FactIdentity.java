package io.github.sandboxcache.domain.usage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * What makes a fact unique: 64 bits, the same whenever the same fact is read again. A million facts
 * share one by chance with a probability under 1 in 30 million.
 */
public final class FactIdentity {
  private static final SecureRandom RANDOM = new SecureRandom();

  private FactIdentity() {}

  /** For a fact that its source can tell again by those words; their order matters. */
  public static long of(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      // The length keeps ("ab", "c") and ("a", "bc") apart.
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
      digest.update(bytes);
    }
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  /** For a fact that is told only once, by the one who does it. */
  public static long random() {
    return RANDOM.nextLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
