package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.task.Cancellation;
import java.io.InputStream;
import java.io.OutputStream;

/** Offers the cache to an agent over two streams, in the protocol that agents speak. */
public interface AgentServer {
  /**
   * What an agent may do.
   *
   * @param tools what it calls
   * @param removal whether it may remove images
   */
  record Offer(AgentTools tools, boolean removal) {}

  /**
   * Answers requests, several at once, until the input ends or it is cancelled; then ends what
   * still changes anything, and returns once every call has ended.
   *
   * @param in what the agent sends
   * @param out what it is sent; nothing but the protocol
   */
  void serve(Offer offer, InputStream in, OutputStream out, Cancellation cancellation);
}
