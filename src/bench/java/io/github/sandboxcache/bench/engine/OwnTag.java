package io.github.sandboxcache.bench.engine;

import java.util.Locale;

/** A name of the cache's form that is given to an image and taken away again, as others do it. */
public final class OwnTag implements AutoCloseable {
  private static final String REPOSITORY = "mcp-sandbox-python";
  private static final String TAG = "be0c4a11be0c";

  private final Curl curl;
  private final String image;

  private OwnTag(Curl curl, String image) {
    this.curl = curl;
    this.image = image;
  }

  /** On an image that is made for this and goes at the end, on the engine at that address. */
  public static OwnTag on(String address) throws java.io.IOException {
    Curl curl = Curl.of(address);
    int number = ThousandImages.COUNT;
    new OwnImages(curl).make(number, number + 1, true);
    return new OwnTag(curl, OwnImages.reference(number));
  }

  /** The cached image that gets the name. */
  public String image() {
    return image;
  }

  /** Gives the name. */
  public void add() {
    String query = String.format(Locale.ROOT, "?repo=%s&tag=%s", REPOSITORY, TAG);
    String _ = curl.send("POST", "/images/" + image + "/tag" + query);
  }

  /** Takes the name away; the image stays. */
  public void remove() {
    String _ = curl.send("DELETE", "/images/" + REPOSITORY + ":" + TAG);
  }

  @Override
  public void close() {
    String _ = curl.send("DELETE", "/images/" + image);
  }
}
