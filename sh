What a zip is written of is a member; a packed part is what stands in one -c echo "What a zip is written of is a member; a packed part is what stands in one" > /tmp/dbl/.git/COMMIT_EDITMSG
