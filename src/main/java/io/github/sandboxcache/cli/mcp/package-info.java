/** An MCP server of the cache. The only room that knows the MCP SDK; only its verb loads it. */
@NullMarked
package io.github.sandboxcache.cli.mcp;

import org.jspecify.annotations.NullMarked;
