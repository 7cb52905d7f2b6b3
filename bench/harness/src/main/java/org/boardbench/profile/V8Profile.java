package org.boardbench.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What V8's profiler tells: a tree of calls, and the node that each sample was in. A frame is
 * written {@code script:function}, the script without the folders that it is installed in.
 */
final class V8Profile {
  private static final String ROOT = "(root)";
  private static final String IDLE = "(idle)";
  private static final Pattern INSTALLED = Pattern.compile("^.*/node_modules/");
  private static final Pattern FOLDERS = Pattern.compile("^(?:file://)?/.*/");

  private V8Profile() {}

  /** Its samples but for those in which the thread was idle. */
  static Samples samples(JsonNode profile) {
    Map<Integer, List<String>> framesById = frames(profile.path("nodes"));
    JsonNode ids = profile.path("samples");
    JsonNode deltasUs = profile.path("timeDeltas");
    List<Stack> stacks = new ArrayList<>();
    for (int i = 0; i < ids.size() - 1; i++) {
      List<String> frames = framesById.getOrDefault(ids.get(i).asInt(), List.of());
      if (!frames.isEmpty() && !frames.getLast().equals(frame("", IDLE))) {
        // A sample stands for the time until the next one.
        stacks.add(
            new Stack(
                ProcessTimes.MAIN, frames, Math.max(0, deltasUs.path(i + 1).asLong(0)) * 1e3));
      }
    }
    return new Samples(stacks, false);
  }

  /** Parents come before their children. */
  private static Map<Integer, List<String>> frames(JsonNode nodes) {
    Map<Integer, Integer> parents = new HashMap<>();
    Map<Integer, List<String>> frames = new HashMap<>();
    for (JsonNode node : nodes) {
      int id = node.path("id").asInt();
      node.path("children").forEach(child -> parents.put(child.asInt(), id));
      JsonNode call = node.path("callFrame");
      String function = call.path("functionName").asString("");
      List<String> stack = new ArrayList<>();
      if (!function.equals(ROOT)) {
        stack.addAll(frames.getOrDefault(parents.getOrDefault(id, -1), List.of()));
        stack.add(frame(call.path("url").asString(""), function));
      }
      frames.put(id, stack);
    }
    return frames;
  }

  private static String frame(String script, String function) {
    String name = function.isEmpty() ? "(anonymous)" : function;
    if (script.isEmpty()) {
      return "native:" + name;
    }
    String installed = INSTALLED.matcher(script).replaceFirst("node_modules/");
    return FOLDERS.matcher(installed).replaceFirst("") + ":" + name;
  }
}
