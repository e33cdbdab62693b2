package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.registry.Presence;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.TableRow.BaseRow;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.InstallingRow;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import java.util.List;
import java.util.stream.Collectors;

/** A row of the table as one sentence: whoever hears it does not go from cell to cell. */
final class SpokenRow {
  private SpokenRow() {}

  /**
   * What is said of a row.
   *
   * @param chosen whether it is one of several images that are selected
   */
  static String of(TableRow row, boolean chosen, UiTexts texts) {
    return switch (row) {
      case GroupRow group -> group(group, texts);
      case ImageRow image -> {
        String spoken = image(image, texts);
        String pinned = image.pinned() ? texts.text("images.spoken.pinned", spoken) : spoken;
        String there =
            image.registry() instanceof Presence.There
                ? texts.text("images.spoken.registry", pinned)
                : pinned;
        yield chosen ? texts.text("images.spoken.chosen", there) : there;
      }
      case BaseRow base -> base.image().reference().toString();
      case MoreRow more ->
          more.hidden() > 0
              ? texts.text("images.more", more.hidden())
              : texts.text("images.fewer", TableContents.SHOWN_WHEN_FOLDED);
      case InstallingRow installing ->
          String.join(
              ", ",
              installing.image().reference().toString(),
              names(installing.packages()),
              InstallingText.of(installing, texts));
    };
  }

  private static String group(GroupRow group, UiTexts texts) {
    return group.base()
        ? texts.text("images.spoken.bases", group.name(), group.images())
        : texts.text(
            "images.spoken.group",
            group.name(),
            group.images(),
            ByteText.cell(group.size().own()),
            Percent.of(group.hitRate()));
  }

  private static String image(ImageRow image, UiTexts texts) {
    return texts.text(
        "images.spoken.image",
        image.image().reference(),
        names(image.packages()),
        ByteText.cell(image.own()),
        SavedText.of(image.saved(), texts),
        image.hits());
  }

  private static String names(List<PackageLabel> packages) {
    return packages.stream().map(PackageLabel::name).collect(Collectors.joining(" "));
  }
}
