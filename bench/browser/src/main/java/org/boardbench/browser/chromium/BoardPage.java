package org.boardbench.browser.chromium;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One page of a browser, asked and drawn on. Belongs to the browser's thread. */
public final class BoardPage {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Page page;
  private final CDPSession session;
  private final AtomicBoolean hasCrashed = new AtomicBoolean();

  BoardPage(Page page, CDPSession session) {
    this.page = page;
    this.session = session;
    page.onCrash(crashed -> hasCrashed.set(true));
  }

  /** What the pen does. */
  public enum Pen {
    DOWN("mousePressed"),
    MOVE("mouseMoved"),
    UP("mouseReleased");

    private final String type;

    Pen(String type) {
      this.type = type;
    }
  }

  /**
   * The value of an expression in the page.
   *
   * @throws BrowserFailure when the page is no more, or the expression throws
   */
  public JsonNode ask(String expression) throws BrowserFailure {
    JsonObject parameters = new JsonObject();
    parameters.addProperty("expression", "JSON.stringify(" + expression + ")");
    parameters.addProperty("returnByValue", true);
    JsonObject answer = send("Runtime.evaluate", parameters);
    JsonObject result = answer.getAsJsonObject("result");
    if (answer.has("exceptionDetails") || !result.has("value")) {
      throw new BrowserFailure("the page could not answer " + expression);
    }
    return MAPPER.readTree(result.get("value").getAsString());
  }

  /**
   * A trusted input: it goes the way of a device's through the browser. Returns when the page has
   * handled it.
   *
   * @param x from the page's left edge, {@code y} from its top, in CSS pixels
   */
  public void pen(Pen what, double x, double y) throws BrowserFailure {
    JsonObject parameters = new JsonObject();
    parameters.addProperty("type", what.type);
    parameters.addProperty("x", x);
    parameters.addProperty("y", y);
    parameters.addProperty("button", "left");
    parameters.addProperty("buttons", what == Pen.UP ? 0 : 1);
    parameters.addProperty("clickCount", what == Pen.MOVE ? 0 : 1);
    parameters.addProperty("force", what == Pen.UP ? 0 : 0.5);
    parameters.addProperty("pointerType", "pen");
    send("Input.dispatchMouseEvent", parameters);
  }

  private JsonObject send(String method, JsonObject parameters) throws BrowserFailure {
    if (hasCrashed.get()) {
      throw new BrowserFailure("the page has crashed");
    }
    if (page.isClosed()) {
      throw new BrowserFailure("the page was closed");
    }
    try {
      return session.send(method, parameters);
    } catch (PlaywrightException e) {
      throw hasCrashed.get()
          ? new BrowserFailure("the page has crashed")
          : BrowserFailure.of("the page does not answer", e);
    }
  }
}
