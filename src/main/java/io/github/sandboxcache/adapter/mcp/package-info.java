/** Stands between an MCP client and its server, so that what the server logs is told apart. */
@NullMarked
package io.github.sandboxcache.adapter.mcp;

import org.jspecify.annotations.NullMarked;
