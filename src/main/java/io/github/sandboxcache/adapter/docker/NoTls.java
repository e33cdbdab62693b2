package io.github.sandboxcache.adapter.docker;

import com.github.dockerjava.transport.SSLConfig;
import java.security.KeyManagementException;
import java.security.Provider;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * Stands for TLS where there is none: at a socket file or a named pipe. Without it the HTTP client
 * makes the system's default, with all its certificates, for nothing: a tenth of a second of every
 * start. It refuses whatever it is asked for.
 */
final class NoTls implements SSLConfig {
  @Override
  public SSLContext getSSLContext() throws KeyManagementException {
    return new Context();
  }

  private static final class Context extends SSLContext {
    Context() {
      super(new Refusing(), new Nobody(), "none");
    }
  }

  private static final class Nobody extends Provider {
    private static final long serialVersionUID = 1L;

    Nobody() {
      super("none", "1", "stands for no provider");
    }
  }

  private static final class Refusing extends SSLContextSpi {
    private static IllegalStateException refusal() {
      return new IllegalStateException("there is no TLS at a socket file or a named pipe");
    }

    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
      throw refusal();
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
      throw refusal();
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
      throw refusal();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
      throw refusal();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
      throw refusal();
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
      throw refusal();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
      throw refusal();
    }
  }
}
