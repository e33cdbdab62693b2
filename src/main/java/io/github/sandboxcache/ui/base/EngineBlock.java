package io.github.sandboxcache.ui.base;

/** Why nothing can be done with an engine. */
public final class EngineBlock {
  private EngineBlock() {}

  /** The reason in words; empty when the engine answers. */
  public static String reason(EngineStatus engine, UiTexts texts) {
    return switch (engine) {
      case EngineStatus.Ready _ -> "";
      case EngineStatus.Connecting _ -> texts.text("header.blocked.connecting");
      case EngineStatus.Lost _ -> texts.text("header.blocked.lost");
      case EngineStatus.None _ -> texts.text("header.blocked.none");
    };
  }
}
