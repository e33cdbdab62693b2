package io.github.sandboxcache.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.ui.app.Toolkit;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** Guards that the page of an empty cache says how hits and misses become known. */
class EmptyPageTest {
  private final List<String> asked = new ArrayList<>();
  private final ObjectProperty<EmptyModel> model =
      new SimpleObjectProperty<>(new EmptyModel(List.of(), Optional.empty(), List.of(), true));

  @Test
  void aSandboxIsConnectedWhileNoLookupIsKnown() {
    Button connect = connect();
    Toolkit.run(connect::fire);

    assertThat(connect.isVisible()).isTrue();
    assertThat(connect.getText()).isEqualTo("Connect your sandbox");
    assertThat(asked).containsExactly("connect");

    Toolkit.run(() -> model.set(EmptyModel.NOTHING));

    assertThat(connect.isManaged()).isFalse();
  }

  @Test
  void aGermanReadsItInGerman() {
    try (var _ = InLocale.of(Locale.GERMANY)) {
      assertThat(connect().getText()).isEqualTo("Sandbox verbinden");
    }
  }

  private Button connect() {
    return Toolkit.call(
        () -> {
          EmptyController page =
              new EmptyController(
                  model,
                  Region::new,
                  () -> asked.add("install"),
                  _ -> asked.add("missed"),
                  () -> asked.add("sample"),
                  () -> asked.add("connect"),
                  UiTexts.load("dialogs"));
          ScrollPane view = (ScrollPane) FxmlViews.view(page, UiTexts.load("dialogs"));
          return (Button) view.getContent().lookup("#connectSandbox");
        });
  }
}
