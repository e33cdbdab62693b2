package io.github.sandboxcache.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * Makes what annotations name, as picocli's own factory does; that one first looks in every jar
 * whether Groovy is there.
 */
final class PlainFactory implements IFactory {
  @Override
  public <K> K create(Class<K> type) throws Exception {
    // Collections of options, and what else has no constructor of its own, are picocli's business.
    return type.isInterface()
        ? CommandLine.defaultFactory().create(type)
        : type.getDeclaredConstructor().newInstance();
  }
}
