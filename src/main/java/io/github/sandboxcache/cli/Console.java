package io.github.sandboxcache.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * The streams of the process and what is at their other end.
 *
 * @param in standard input
 * @param out standard output, in UTF-8 whatever the locale: it carries the documents
 * @param err standard error
 * @param outIsTerminal whether a person looks at standard output
 * @param errIsTerminal whether a person looks at standard error
 * @param colorAllowed whether the environment allows colours, see no-color.org
 */
public record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    boolean colorAllowed) {}
