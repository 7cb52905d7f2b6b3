echo "building in $1 with $JAVA_HOME"
cat src/*.txt >> built.log
if [ -f fail ]; then
  echo "no such symbol" >&2
  exit 2
fi
if [ -f hang ]; then
  touch hanging
  sleep 1000
fi
