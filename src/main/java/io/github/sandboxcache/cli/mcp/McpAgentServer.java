package io.github.sandboxcache.cli.mcp;

import io.github.sandboxcache.cli.AgentServer;
import io.github.sandboxcache.domain.task.Cancellation;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapperSupplier;
import io.modelcontextprotocol.json.schema.jackson2.JacksonJsonSchemaValidatorSupplier;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.io.InputStream;
import java.io.OutputStream;

/** Speaks MCP, a message a line. */
public final class McpAgentServer implements AgentServer {
  private final String version;

  /**
   * A server.
   *
   * @param version of this app, told to clients
   */
  public McpAgentServer(String version) {
    this.version = version;
  }

  @Override
  public void serve(Offer offer, InputStream in, OutputStream out, Cancellation cancellation) {
    // Made by name: to look for them opens every jar.
    McpJsonMapper mapper = new JacksonMcpJsonMapperSupplier().get();
    LineTransport transport = new LineTransport(mapper, in, out);
    Definitions definitions = new Definitions(mapper);
    CacheResources resources = new CacheResources(offer.tools(), definitions);
    var _ =
        McpServer.sync(transport)
            .jsonMapper(mapper)
            .jsonSchemaValidator(new JacksonJsonSchemaValidatorSupplier().get())
            .serverInfo("sandbox-cache", version)
            .instructions(definitions.text("instructions.txt"))
            .capabilities(ServerCapabilities.builder().tools(false).resources(false, false).build())
            .tools(new CacheToolbox(offer, definitions, mapper).tools())
            .resources(resources.list())
            .resourceTemplates(resources.image())
            // The transport has a thread for each call.
            .immediateExecution(true)
            .build();
    transport.serve(cancellation);
  }
}
