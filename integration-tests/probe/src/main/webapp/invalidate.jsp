<%@ page contentType="text/html;charset=UTF-8" session="true" %><!DOCTYPE html>
<html>
<head>
<title>Gone</title>
<link rel="icon" href="data:,">
</head>
<body>
<% session.invalidate(); %><p>Good bye.</p>
</body>
</html>
