<%@ page contentType="text/html;charset=UTF-8" session="true" %><!DOCTYPE html>
<html>
<head>
<title>Hurry</title>
<link rel="icon" href="data:,">
</head>
<body>
<form id="form" action="${param.to}" method="post"></form>
<script>
if ("${param.by}" === "form") document.getElementById("form").submit();
else location.replace("${param.to}");
</script>
</body>
</html>
